// Both values of one conflict, who wrote them and when, and three ways to close it.

import { Button, Group, SimpleGrid, Text, TextInput } from '@mantine/core';

import type { Conflict, JsonValue, Stamp } from '../../src-shared/domain/record.ts';
import type { ConflictDecision } from '../data/use-conflict.ts';
import { fieldWords, valueWords } from './field-words.ts';
import { useProvenance } from './provenance.tsx';

type Props = { conflict: Conflict; decision: ConflictDecision };

export function ConflictChoice({ conflict, decision }: Props) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Value title="Shown now" value={decision.shown} stamp={conflict.wonBy} />
        <Value title="Also written" value={conflict.lost} stamp={conflict.lostBy} />
      </SimpleGrid>
      {decision.third === undefined ? (
        <Group mt="sm" gap="xs">
          <Button size="xs" onClick={decision.keep}>
            Keep what is shown
          </Button>
          <Button size="xs" variant="default" onClick={decision.takeOther}>
            Use the other
          </Button>
          <Button size="xs" variant="subtle" onClick={decision.write}>
            Write another
          </Button>
        </Group>
      ) : (
        <ThirdValue conflict={conflict} decision={decision} text={decision.third} />
      )}
    </>
  );
}

function Value({ title, value, stamp }: { title: string; value: JsonValue; stamp: Stamp }) {
  const words = useProvenance();
  return (
    <div>
      <Text size="xs" className="dim">
        {title}
      </Text>
      <Text dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {valueWords(value)}
      </Text>
      <Text size="xs" className="dim">
        {words(stamp)}
      </Text>
    </div>
  );
}

function ThirdValue({ conflict, decision, text }: Props & { text: string }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        decision.saveThird();
      }}
    >
      <Group mt="sm" gap="xs" align="end">
        <TextInput
          label={`${fieldWords(conflict.field)} instead of both`}
          value={text}
          flex={1}
          autoFocus
          onChange={(event) => decision.setThird(event.currentTarget.value)}
        />
        <Button type="submit">Save</Button>
        <Button variant="subtle" onClick={() => decision.setThird(undefined)}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
