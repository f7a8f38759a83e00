// Some people who may be one, side by side: what they share, where they differ, and what is
// to become of them.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Paper, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';

import type { DoublesCluster } from '../../../src-shared/bridge/host-types.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { mostChosenAmong } from '../../../src-shared/records/choices.ts';
import { MergeChoice } from '../../ui/merge-choice.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { commaWords } from '../../words/in-language.ts';
import { linksAmong } from '../../../src-shared/duplicates/clusters.ts';
import { DoubleColumn } from './double-column.tsx';
import { reasonWords } from './reason-words.ts';
import { useCluster } from './use-cluster.ts';

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

export function ClusterCard({
  cluster: found,
  docs,
  isCurrent,
  choose,
  move,
  onDone,
  onOpen,
}: Props) {
  const { shown, keep, ...cluster } = useCluster({ docs, linked: found.linked, move, onDone });
  const [isChoosing, setChoosing] = useState(false);
  const names = commaWords([...new Set(docs.map(nameOrNone))]);
  if (shown.length < 2) return null;
  const canChoose = shown.length <= mostChosenAmong;
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
      {isCurrent && !isChoosing && (
        <Keys
          docs={shown}
          keep={cluster.choose}
          merge={() => void cluster.merge()}
          compare={canChoose ? () => setChoosing(true) : undefined}
          tellApart={() => void cluster.tellApart()}
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
            onKeep={() => cluster.choose(doc)}
            onOpen={onOpen}
            {...(shown.length > 2 ? { onTakeOut: () => void cluster.tellApart(doc) } : {})}
          />
        ))}
      </Group>
      <Reasons found={found} shown={shown} />
      <Group mt="sm" gap="xs">
        <Button size="xs" onClick={() => void cluster.merge()}>
          <Trans>Merge into {nameOrNone(keep)}</Trans>
        </Button>
        {canChoose && (
          <Button size="xs" variant="default" onClick={() => setChoosing(true)}>
            <Trans>Choose what stays</Trans>
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => void cluster.tellApart()}>
          <Trans>Not the same</Trans>
        </Button>
      </Group>
      {isChoosing && (
        <MergeChoice
          docs={shown}
          keep={keep.id}
          merge={(command) => void cluster.mergeChosen(command)}
          notTheSame={() => void cluster.tellApart()}
          onClose={() => setChoosing(false)}
        />
      )}
    </Paper>
  );
}

/** Of more than two it is said of whom each is true, by their numbers. */
function Reasons({ found, shown }: { found: DoublesCluster; shown: readonly RecordDoc[] }) {
  const lines = linksAmong(
    found.pairs,
    shown.map(({ id }) => id),
  ).map(({ a, b, reasons }) => {
    const [key, words] = [`${a} ${b}`, commaWords(reasonWords(reasons))];
    if (shown.length === 2) return { key, line: words };
    const [one, other] = [a, b].map((id) => shown.findIndex((doc) => doc.id === id) + 1);
    return { key, line: t`${one ?? 0} and ${other ?? 0}: ${words}` };
  });
  return (
    <div style={{ marginTop: 'var(--mantine-spacing-xs)' }}>
      {lines.map(({ key, line }) => (
        <Text key={key} size="sm" className="dim" style={{ overflowWrap: 'anywhere' }}>
          {line}
        </Text>
      ))}
    </div>
  );
}

type KeysProps = {
  docs: readonly RecordDoc[];
  keep: (doc: RecordDoc) => void;
  merge: () => void;
  compare: (() => void) | undefined;
  tellApart: () => void;
  move: (step: number) => void;
};

/** Listens only from when its card is current. */
function Keys({ docs, keep, merge, compare, tellApart, move }: KeysProps) {
  useHotkeys([
    ...docs.slice(0, 9).map((doc, at): [string, () => void] => [String(at + 1), () => keep(doc)]),
    ['Enter', merge],
    ['C', () => compare?.()],
    ['N', tellApart],
    ['ArrowDown', () => move(1)],
    ['ArrowUp', () => move(-1)],
  ]);
  return null;
}
