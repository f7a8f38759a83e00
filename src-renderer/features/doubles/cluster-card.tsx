// Some people who may be one, side by side: what they share, where they differ, and what is
// to become of them.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Paper, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';

import type { DoublesCluster } from '../../../src-shared/bridge/host-types.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { useCommand } from '../../data/use-command.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { commaWords } from '../../words/in-language.ts';
import { DoubleColumn } from './double-column.tsx';
import { reasonWords } from './reason-words.ts';
import { whoStays } from './who-stays.ts';

type Props = {
  cluster: DoublesCluster;
  docs: readonly RecordDoc[];
  /** The one that the keys are for. */
  isCurrent: boolean;
  choose: () => void;
  move: (step: number) => void;
  onDone: () => void;
  /** Shows somebody’s page, from which the others are reached. */
  onOpen: (doc: RecordDoc) => void;
};

export function ClusterCard({ cluster, docs, isCurrent, choose, move, onDone, onOpen }: Props) {
  const run = useCommand();
  const [chosen, setChosen] = useState<string>();
  const keep = docs.find(({ id }) => id === chosen) ?? whoStays(docs);
  const names = commaWords([...new Set(docs.map(nameOrNone))]);
  const merge = async (): Promise<void> => {
    const gone = docs.filter(({ id }) => id !== keep.id).map(({ id }) => id);
    move(1);
    if ((await run({ type: 'merge', keep: keep.id, gone })) !== undefined) onDone();
  };
  /** One of them against all others, or each against each. */
  const tellApart = async (one?: RecordDoc): Promise<void> => {
    const all = docs.flatMap((a, at) => docs.slice(at + 1).map((b) => [a, b] as const));
    const pairs = all
      .filter(([a, b]) => one === undefined || a === one || b === one)
      .map(([a, b]): [string, string] => [a.id, b.id]);
    if (one === undefined) move(1);
    const done = await run({ type: 'judge', pairs, says: 'distinct' });
    if (done !== undefined && (one === undefined || docs.length < 3)) onDone();
    if (done !== undefined && one !== undefined) setOut([...out, one.id]);
  };
  const [out, setOut] = useState<readonly string[]>([]);
  const shown = docs.filter(({ id }) => !out.includes(id));
  if (shown.length < 2) return null;
  const [surest] = cluster.pairs;
  return (
    <Paper
      component="li"
      withBorder
      p="md"
      mb="sm"
      tabIndex={0}
      className="conflict"
      data-active={isCurrent || undefined}
      aria-current={isCurrent || undefined}
      aria-label={names}
      onFocus={choose}
    >
      {isCurrent && (
        <Keys
          docs={shown}
          keep={(doc) => setChosen(doc.id)}
          merge={() => void merge()}
          tellApart={() => void tellApart()}
          move={move}
        />
      )}
      <Group align="stretch" gap="sm" wrap="wrap" role="radiogroup" aria-label={t`Who stays`}>
        {shown.map((doc, at) => (
          <DoubleColumn
            key={doc.id}
            doc={doc}
            others={shown.filter((one) => one !== doc)}
            number={at + 1}
            isKept={doc.id === keep.id}
            onKeep={() => setChosen(doc.id)}
            onOpen={onOpen}
            {...(shown.length > 2 ? { onTakeOut: () => void tellApart(doc) } : {})}
          />
        ))}
      </Group>
      <Text size="sm" className="dim" mt="xs" style={{ overflowWrap: 'anywhere' }}>
        {commaWords(reasonWords(surest?.reasons ?? []))}
      </Text>
      <Group mt="sm" gap="xs">
        <Button size="xs" onClick={() => void merge()}>
          <Trans>Merge into {nameOrNone(keep)}</Trans>
        </Button>
        <Button size="xs" variant="default" onClick={() => void tellApart()}>
          <Trans>Not the same</Trans>
        </Button>
      </Group>
    </Paper>
  );
}

type KeysProps = {
  docs: readonly RecordDoc[];
  keep: (doc: RecordDoc) => void;
  merge: () => void;
  tellApart: () => void;
  move: (step: number) => void;
};

/** Listens only from when its card is current. */
function Keys({ docs, keep, merge, tellApart, move }: KeysProps) {
  useHotkeys([
    ...docs.slice(0, 9).map((doc, at): [string, () => void] => [String(at + 1), () => keep(doc)]),
    ['Enter', merge],
    ['N', tellApart],
    ['ArrowDown', () => move(1)],
    ['ArrowUp', () => move(-1)],
  ]);
  return null;
}
