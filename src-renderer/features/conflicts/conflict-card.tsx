// One conflict: both values, who wrote them and when, and three ways to close it.

import { Anchor, Button, Group, Paper, SimpleGrid, Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';

import type { Conflict, JsonValue, RecordDoc, Stamp } from '../../../src-shared/domain/record.ts';
import { groupPath, personPath } from '../../ui/router.ts';
import type { RunCommand } from '../../data/use-command.tsx';
import { fieldWords, valueWords } from '../../ui/field-words.ts';
import { useProvenance } from '../../ui/provenance.tsx';
import type { OpenConflict } from './use-conflicts.ts';

export function ConflictCard({
  open,
  run,
  move,
}: {
  open: OpenConflict;
  run: RunCommand;
  /** Goes to the next (1) or previous (-1) one. */
  move: (step: number) => void;
}) {
  const { ref, doc, conflict } = open;
  const shown = shownValue(doc, conflict.field);
  const [third, setThird] = useState<string>();
  const resolve = (choice: 'keep' | 'other', instead?: JsonValue) =>
    void run({
      type: 'resolve-conflict',
      ref,
      conflict: conflict.id,
      choice,
      ...(instead === undefined ? {} : { instead }),
    });
  const write = (): void => setThird(valueWords(shown) === 'nothing' ? '' : valueWords(shown));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement) return;
    const act = {
      '1': () => resolve('keep'),
      '2': () => resolve('other'),
      '3': write,
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const name = doc.name === '' ? 'No name' : doc.name;
  return (
    <Paper
      component="li"
      withBorder
      p="md"
      mb="sm"
      tabIndex={0}
      data-conflict
      aria-label={`${fieldWords(conflict.field)} of ${name}`}
      onKeyDown={onKeyDown}
    >
      <Text fw={600} mb="xs" dir="auto">
        {fieldWords(conflict.field)} of <Anchor href={linkTo(open)}>{name}</Anchor>
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Value title="Shown now" value={shown} stamp={conflict.wonBy} />
        <Value title="Also written" value={conflict.lost} stamp={conflict.lostBy} />
      </SimpleGrid>
      {third === undefined ? (
        <Group mt="sm" gap="xs">
          <Button size="xs" onClick={() => resolve('keep')}>
            Keep what is shown
          </Button>
          <Button size="xs" variant="default" onClick={() => resolve('other')}>
            Use the other
          </Button>
          <Button size="xs" variant="subtle" onClick={write}>
            Write another
          </Button>
        </Group>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            resolve('keep', withText(doc, conflict, third));
          }}
        >
          <Group mt="sm" gap="xs" align="end">
            <TextInput
              label={`${fieldWords(conflict.field)} instead of both`}
              value={third}
              flex={1}
              autoFocus
              onChange={(event) => setThird(event.currentTarget.value)}
            />
            <Button type="submit">Save</Button>
            <Button variant="subtle" onClick={() => setThird(undefined)}>
              Cancel
            </Button>
          </Group>
        </form>
      )}
    </Paper>
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

function linkTo({ ref, doc }: OpenConflict): string {
  if (ref.collection === 'people') return `#${personPath(ref.id)}`;
  if (ref.collection === 'groups') return `#${groupPath(ref.id)}`;
  const [first] = doc.keys;
  return first === undefined ? '#/people' : `#${personPath(first)}`;
}

function shownValue(doc: RecordDoc, what: string): JsonValue {
  const slash = what.indexOf('/');
  if (slash === -1) return what === 'note' ? doc.note : (doc.fields[what] ?? null);
  const item = doc.sets[what.slice(0, slash)]?.find(({ id }) => id === what.slice(slash + 1));
  return item?.value ?? null;
}

/** An entry of a set keeps its label and place when its text is written anew. */
function withText(doc: RecordDoc, { field, lost }: Conflict, text: string): JsonValue {
  const slash = field.indexOf('/');
  if (slash === -1) return text;
  if (typeof lost === 'object' && lost !== null && !Array.isArray(lost))
    return { ...lost, value: text };
  const items = doc.sets[field.slice(0, slash)] ?? [];
  const order = items.findIndex(({ id }) => id === field.slice(slash + 1));
  const { id: _id, ...item } = items[order] ?? { id: '', value: '' };
  return { ...item, value: text, order: Math.max(0, order) };
}
