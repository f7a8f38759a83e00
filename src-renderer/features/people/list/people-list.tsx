// The list of everybody (or of one tag or bucket), read page by page as it scrolls.

import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useCallback, useState } from 'react';

import { usePages } from '../../../data/use-pages.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useSample } from '../../../data/use-sample.ts';
import type { PeopleFilter } from './filter-menu.tsx';
import { PeopleGrid } from './people-grid.tsx';
import { useTicking } from './use-ticking.ts';
import { useRoleLines } from './use-role-lines.ts';
import type { Selection } from './use-selection.ts';

type Props = {
  sort: 'name' | 'changed';
  filter: PeopleFilter | undefined;
  selection: Selection;
  onAdd: () => void;
};

export function PeopleList({ sort, filter, selection, onAdd }: Props) {
  const [range, setRange] = useState({ first: 0, last: 30 });
  const query = queryOf(sort, filter);
  const { count, length, row } = usePages('people', query, range.first, range.last);
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), []);
  const shown: string[] = [];
  for (let at = range.first; at <= range.last; at++) {
    const doc = row(at);
    if (doc !== undefined) shown.push(doc.id);
  }
  const roleLines = useRoleLines(shown);
  const ticking = useTicking(selection, query, filter?.key, count);
  if (count === 0) return filter === undefined ? <NobodyYet onAdd={onAdd} /> : <NobodyHere />;
  return (
    <>
      <Text size="sm" className="dim">
        {count === undefined ? (
          <Trans>Loading …</Trans>
        ) : (
          <Plural value={count} one="# person" other="# people" />
        )}
      </Text>
      <PeopleGrid
        key={JSON.stringify(query)}
        label={t`People`}
        count={length}
        row={row}
        onRange={onRange}
        selection={selection}
        ticking={ticking}
        roleLines={roleLines}
      />
    </>
  );
}

function queryOf(
  sort: Props['sort'],
  filter: PeopleFilter | undefined,
): Parameters<typeof usePages>[1] {
  const status = 'live' as const;
  return {
    selector: filter === undefined ? { status } : { status, keys: filter.key },
    sort:
      sort === 'name'
        ? [{ status: 'asc' }, { sortKey: 'asc' }, { id: 'asc' }]
        : [{ updatedAt: 'desc' }, { id: 'desc' }],
  };
}

function NobodyYet({ onAdd }: { onAdd: () => void }) {
  const sample = useSample();
  return (
    <EmptyState
      title={t`Bring your people in`}
      text={t`Drop in the file you exported from Google, Outlook, LinkedIn, HubSpot, Salesforce or a phone. You see what will happen before it happens, and it can be undone.`}
    >
      <Group mt="sm" justify="center">
        <Button component="a" href="#/transfer">
          <Trans>Import a file</Trans>
        </Button>
        <Button variant="default" onClick={onAdd}>
          <Trans>Add one by hand</Trans>
        </Button>
        <Button variant="subtle" loading={sample.isBusy} onClick={() => void sample.load()}>
          <Trans>Look around with a sample team</Trans>
        </Button>
      </Group>
    </EmptyState>
  );
}

const NobodyHere = () => (
  <EmptyState
    title={t`Nobody here yet`}
    text={t`Nobody carries this tag or is in this group. Tick people in the list and add them.`}
  />
);
