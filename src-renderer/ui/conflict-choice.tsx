// Both values of one conflict, who wrote them and when, and three ways to close it.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, SimpleGrid, Text, TextInput } from '@mantine/core';

import type { Conflict, RecordDoc, Stamp } from '../../src-shared/domain/record.ts';
import { ownAgainId } from '../../src-shared/records/merged.ts';
import type { ConflictDecision } from '../data/use-conflict.ts';
import { useValueWords } from '../data/use-value-words.ts';
import { useFieldLabel } from './field-words.ts';
import { CarriedOver, OnItsOwnAgain } from './merge-remarks.tsx';
import { useProvenance } from './provenance.tsx';

type Props = { doc: RecordDoc; conflict: Conflict; decision: ConflictDecision };

export function ConflictChoice({ doc, conflict, decision }: Props) {
  const inWords = useValueWords(doc, conflict.field, [decision.shown, conflict.lost]);
  if (conflict.id === ownAgainId) return <OnItsOwnAgain doc={doc} decision={decision} />;
  return (
    <>
      {conflict.from !== undefined && <CarriedOver keeper={doc} from={conflict.from} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Value title={t`Shown now`} text={inWords(decision.shown)} stamp={conflict.wonBy} />
        <Value
          title={conflict.lost === null ? t`Before` : t`Also written`}
          text={inWords(conflict.lost)}
          stamp={conflict.lostBy}
        />
      </SimpleGrid>
      {decision.third === undefined ? (
        <Group mt="sm" gap="xs">
          <Button size="xs" onClick={decision.keep}>
            <Trans>Keep what is shown</Trans>
          </Button>
          <Button size="xs" variant="default" onClick={decision.takeOther}>
            <Trans>Use the other</Trans>
          </Button>
          {decision.canWrite && (
            <Button size="xs" variant="subtle" onClick={decision.write}>
              <Trans>Write another</Trans>
            </Button>
          )}
        </Group>
      ) : (
        <ThirdValue doc={doc} conflict={conflict} decision={decision} text={decision.third} />
      )}
    </>
  );
}

function Value({ title, text, stamp }: { title: string; text: string; stamp: Stamp }) {
  const words = useProvenance();
  return (
    <div>
      <Text size="xs" className="dim">
        {title}
      </Text>
      <Text dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
      <Text size="xs" className="dim">
        {words(stamp)}
      </Text>
    </div>
  );
}

function ThirdValue({ doc, conflict, decision, text }: Props & { text: string }) {
  const field = useFieldLabel()(doc.kind, conflict.field);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        decision.saveThird();
      }}
    >
      <Group mt="sm" gap="xs" align="end">
        <TextInput
          label={t`${field} instead of both`}
          value={text}
          flex={1}
          autoFocus
          onChange={(event) => decision.setThird(event.currentTarget.value)}
        />
        <Button type="submit">
          <Trans>Save</Trans>
        </Button>
        <Button variant="subtle" onClick={() => decision.setThird(undefined)}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </form>
  );
}
