// A list in groups: each group has a head with its name and how many stand there, and can be
// folded. Whatever has several values stands in each of their groups.

import { Trans } from '@lingui/react/macro';
import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useCallback, useState } from 'react';

import type { GroupCount } from '../../src-shared/query/answers.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { useGroupCounts } from '../data/use-group-counts.ts';
import { useTagColor } from '../data/tag-colors.tsx';
import { useViewCount } from '../data/use-view-count.ts';
import type { GridColumn } from '../ui/grid-column.ts';
import { openInList } from '../ui/list-walk.ts';
import type { GridActions } from '../ui/use-grid-keys.ts';
import { TagDot } from '../ui/tag-word.tsx';
import { useKept } from '../ui/use-kept.ts';
import { VirtualGrid } from '../ui/virtual-grid.tsx';
import { useDates } from '../ui/when.tsx';
import { useColumnFeet } from './column-feet.tsx';
import { type GroupLayout, groupName, layOut, type Segment, segmentAt } from './group-layout.ts';
import { useGroupedRows } from './use-grouped-rows.ts';
import { type GroupWords, useGroupWords } from './use-group-words.ts';
import type { ListView } from './use-list-view.ts';

const noneFolded: readonly string[] = [];
const foldedIn = (kept: unknown): readonly string[] | undefined =>
  Array.isArray(kept) ? kept.map(String) : undefined;

export type Grouped = {
  /** Undefined while they are counted. */
  groups: GroupCount[] | undefined;
  words: GroupWords;
  layout: GroupLayout;
  /** Undefined for heads, and for what is on the way. */
  row: (index: number) => RecordDoc | undefined;
  /** Ids of those in view. */
  shown: string[];
  onRange: (first: number, last: number) => void;
  folded: readonly string[];
  setFolded: (change: (old: readonly string[]) => readonly string[]) => void;
};

export function useGrouped({ whole }: ListView): Grouped {
  const [range, setRange] = useState({ first: 0, last: 30 });
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), []);
  const [folded, setFolded] = useKept('folded', noneFolded, foldedIn);
  const groups = useGroupCounts(whole);
  const { words, sorted } = useGroupWords(whole, groups ?? []);
  const layout = layOut(sorted, new Set(folded));
  const { row, shown } = useGroupedRows(whole, layout, range);
  return {
    groups: groups === undefined ? undefined : sorted,
    words,
    layout,
    row,
    shown,
    onRange,
    folded,
    setFolded,
  };
}

type Props = Omit<GridActions<RecordDoc>, 'onOpen'> & {
  list: ListView;
  grouped: Grouped;
  label: string;
  /** The name's column first. */
  columns: readonly GridColumn<RecordDoc>[];
  /** Before the name. */
  tick?: GridColumn<RecordDoc>;
  isSelected?: (doc: RecordDoc) => boolean;
  /** Whose pages its rows lead to, and what the list is called there; or what a row opens. */
  to: { pages: '/people' | '/groups'; name: string } | { open: (doc: RecordDoc) => void };
  /** How many the view has, in how many places. */
  counted: (count: number, places: number) => ReactNode;
};

export function GroupedList(props: Props) {
  const { list, grouped, columns: own, tick, counted, to, ...grid } = props;
  const { groups, words, layout, row, onRange, folded, setFolded } = grouped;
  const { columns, ofGroup } = useColumnFeet(list, own);
  const count = useViewCount(list.whole);
  if (groups === undefined)
    return (
      <Text size="sm" className="dim">
        <Trans>Loading …</Trans>
      </Text>
    );
  const fold = (keys: string): void =>
    setFolded((old) => (old.includes(keys) ? old.filter((one) => one !== keys) : [...old, keys]));
  const of = JSON.stringify({ ...list.whole, columns: [] });
  /** Within the group that it stands in. */
  const open = (doc: RecordDoc, index: number): void => {
    if ('open' in to) return to.open(doc);
    const segment = segmentAt(layout, index);
    if (segment === undefined) return;
    const walked = { by: 'view' as const, view: list.whole, inGroups: segment.keys };
    openInList(doc.id, index - segment.at, { list: walked, of, ...to, base: segment.at });
  };
  const outer = groups.map(({ key }) => groupName([key]));
  const isAllFolded = outer.every((one) => folded.includes(one));
  return (
    <>
      <Group gap="sm">
        {count !== undefined && (
          <Text size="sm" className="dim">
            {counted(count, layout.places)}
          </Text>
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => setFolded(() => (isAllFolded ? [] : outer))}
        >
          {isAllFolded ? <Trans>Unfold all</Trans> : <Trans>Fold all</Trans>}
        </Button>
      </Group>
      <VirtualGrid<RecordDoc>
        {...grid}
        of={of}
        onOpen={open}
        columns={tick === undefined ? columns : [tick, ...columns]}
        count={layout.length}
        row={row}
        onRange={onRange}
        head={(index) => {
          const segment = segmentAt(layout, index);
          if (segment?.is !== 'head') return undefined;
          const { keys } = segment;
          const label = (
            <GroupHead
              segment={segment}
              words={words(keys.length - 1, keys.at(-1) ?? null)}
              isTag={list.whole.groupBy[keys.length - 1]?.field === 'tag'}
              onFold={() => fold(groupName(keys))}
            />
          );
          return { label, feet: ofGroup(keys) };
        }}
      />
    </>
  );
}

type HeadProps = { segment: Segment; words: string; isTag: boolean; onFold: () => void };

function GroupHead({ segment, words, isTag, onFold }: HeadProps) {
  const { keys, count, isFolded } = segment;
  const color = useTagColor()(words);
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
      {isTag && color !== undefined && <TagDot color={color} />}
      <bdi>{words}</bdi>
      <span className="quick-count">{number(count)}</span>
    </UnstyledButton>
  );
}
