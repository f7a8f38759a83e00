// The people of a view in groups: each group has a head with its name and how many stand
// there, and can be folded. Whoever has several values stands in each of their groups.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useCallback, useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { useHost } from '../../../data/host-context.tsx';
import { useGroupCounts } from '../../../data/use-group-counts.ts';
import { readViewIds } from '../../../data/use-view.ts';
import { useViewCount } from '../../../data/use-view-count.ts';
import { openInList } from '../../../ui/list-walk.ts';
import type { Stretch } from '../../../ui/stretch.ts';
import { useKept } from '../../../ui/use-kept.ts';
import { VirtualGrid } from '../../../ui/virtual-grid.tsx';
import { useDates } from '../../../ui/when.tsx';
import { useColumnFeet } from './column-feet.tsx';
import { type GroupLayout, groupName, layOut, type Segment, segmentAt } from './group-layout.ts';
import { tickColumn, usePeopleColumns } from './people-columns.tsx';
import { NobodyHere } from './people-list.tsx';
import { useGroupedRows } from './use-grouped-rows.ts';
import { useGroupWords } from './use-group-words.ts';
import type { PeopleView } from './use-people-view.ts';
import type { Selection } from './use-selection.ts';
import { useTicksBy } from './use-ticking.ts';

type Props = { people: PeopleView; label: string; selection: Selection };

/** Rows of groups are read, not edited. */
const nothingHeld = (): Promise<void> => Promise.resolve();

const noneFolded: readonly string[] = [];
const foldedIn = (kept: unknown): readonly string[] | undefined =>
  Array.isArray(kept) ? kept.map(String) : undefined;

export function GroupedPeople({ people, label, selection }: Props) {
  const { view } = people;
  const [range, setRange] = useState({ first: 0, last: 30 });
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), []);
  const [folded, setFolded] = useKept('folded', noneFolded, foldedIn);
  const counted = useGroupCounts(view);
  const { words, sorted } = useGroupWords(view, counted ?? []);
  const layout = layOut(sorted, new Set(folded));
  const { row, shown } = useGroupedRows(view, layout, range);
  const { columns, ofGroup } = useColumnFeet(
    people,
    usePeopleColumns({ people, shown, beforeSave: nothingHeld }),
  );
  const idsIn = useIdsIn(people, layout);
  const ticking = useTicksBy(selection, idsIn);
  if (counted === undefined)
    return (
      <Text size="sm" className="dim">
        <Trans>Loading …</Trans>
      </Text>
    );
  if (counted.length === 0) return <NobodyHere />;
  const fold = (keys: string): void =>
    setFolded((old) => (old.includes(keys) ? old.filter((one) => one !== keys) : [...old, keys]));
  const of = JSON.stringify({ ...view, columns: [] });
  /** Within the group that they stand in. */
  const open = (doc: RecordDoc, index: number): void => {
    const segment = segmentAt(layout, index);
    if (segment === undefined) return;
    const list = { by: 'view' as const, view, inGroups: segment.keys };
    const from = { list, of, pages: '/people' as const, name: t`People`, base: segment.at };
    openInList(doc.id, index - segment.at, from);
  };
  const outer = sorted.map(({ key }) => groupName([key]));
  const isAllFolded = outer.every((one) => folded.includes(one));
  return (
    <>
      <Group gap="sm">
        <Places people={people} places={layout.places} />
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => setFolded(isAllFolded ? [] : outer)}
        >
          {isAllFolded ? <Trans>Unfold all</Trans> : <Trans>Fold all</Trans>}
        </Button>
      </Group>
      <VirtualGrid<RecordDoc>
        label={label}
        of={of}
        columns={[tickColumn(selection, ticking), ...columns]}
        count={layout.length}
        row={row}
        onRange={onRange}
        onOpen={open}
        onToggle={(doc) => selection.toggle(doc.id)}
        onExtend={ticking.extend}
        onSelectAll={selection.chooseAll}
        onClear={selection.clear}
        isSelected={(doc) => selection.has(doc.id)}
        head={(index) => {
          const segment = segmentAt(layout, index);
          if (segment?.is !== 'head') return undefined;
          const { keys } = segment;
          const label = (
            <GroupHead
              segment={segment}
              words={words(keys.length - 1, keys.at(-1) ?? null)}
              onFold={() => fold(groupName(keys))}
            />
          );
          return { label, feet: ofGroup(keys) };
        }}
      />
    </>
  );
}

/** Where somebody stands in several groups, both numbers. */
function Places({ people: { view }, places }: { people: PeopleView; places: number }) {
  const count = useViewCount(view);
  if (count === undefined) return null;
  const many = plural(count, { one: '# person', other: '# people' });
  return (
    <Text size="sm" className="dim">
      {places === count
        ? many
        : plural(places, { one: `${many} in # place`, other: `${many} in # places` })}
    </Text>
  );
}

type HeadProps = { segment: Segment; words: string; onFold: () => void };

function GroupHead({ segment: { keys, count, isFolded }, words, onFold }: HeadProps) {
  const { count: number } = useDates();
  const Icon = isFolded ? IconChevronRight : IconChevronDown;
  return (
    <UnstyledButton
      className="group-head"
      data-level={keys.length}
      aria-expanded={!isFolded}
      onClick={(event) => {
        event.stopPropagation();
        onFold();
      }}
    >
      <Icon size={14} aria-hidden />
      <bdi>{words}</bdi>
      <span className="quick-count">{number(count)}</span>
    </UnstyledButton>
  );
}

/** Whoever stands in a stretch of rows, read from the host: they need not have been in view. */
function useIdsIn({ view }: PeopleView, layout: GroupLayout) {
  const { host } = useHost();
  return async ({ first, last }: Stretch): Promise<string[]> => {
    const parts = layout.segments.filter(
      ({ is, at, count }) => is === 'rows' && at <= last && at + count > first,
    );
    const found = await Promise.all(
      parts.map(({ at, count, keys }) => {
        const offset = Math.max(0, first - at);
        const limit = Math.min(count, last - at + 1) - offset;
        return readViewIds(host, view, { offset, limit, inGroups: keys });
      }),
    );
    return found.flatMap((ids) => ids ?? []);
  };
}
