// The people of a view, read page by page as the list scrolls.

import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useCallback, useState } from 'react';

import { useHeldView } from '../../../data/use-held-view.ts';
import { readViewIds, useViewPages } from '../../../data/use-view.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useHost } from '../../../data/host-context.tsx';
import { useSample } from '../../../data/use-sample.ts';
import { LayoutSwitch } from '../../../lists/layout-switch.tsx';
import { MovedRows } from '../../../lists/moved-rows.tsx';
import { PeopleGrid } from './people-grid.tsx';
import { useTicking } from './use-ticking.ts';
import { tickedIn, useTable } from './use-table.tsx';
import type { ListView } from '../../../lists/use-list-view.ts';
import type { Selection } from './use-selection.ts';

type Props = {
  people: ListView;
  /** The view in words. */
  label: string;
  selection: Selection;
  onAdd: () => void;
};

export function PeopleList({ people, label, selection, onAdd }: Props) {
  const [range, setRange] = useState({ first: 0, last: 30 });
  const { view, parts } = people;
  const isNarrowed = parts.length > 0;
  const held = useHeldView(view);
  const { count, length, row } = useViewPages(view, range.first, range.last, held.ids);
  const onRange = useCallback((first: number, last: number) => setRange({ first, last }), []);
  const shown: string[] = [];
  for (let at = range.first; at <= range.last; at++) {
    const doc = row(at);
    if (doc !== undefined) shown.push(doc.id);
  }
  const place = JSON.stringify({ ...view, columns: [], layout: '' });
  const ticking = useTicking(selection, view);
  const { host } = useHost();
  const idsIn = async (top: number, bottom: number): Promise<readonly string[]> =>
    held.ids?.slice(top, bottom + 1) ??
    (await readViewIds(host, view, { offset: top, limit: bottom - top + 1 })) ??
    [];
  const { cells, line, dialog } = useTable({
    of: `${view.layout} ${place}`,
    view,
    rows: length,
    idsIn,
    ticked: tickedIn(selection, host),
    hold: held.hold,
  });
  if (count === 0) return isNarrowed ? <NobodyHere /> : <NobodyYet onAdd={onAdd} />;
  return (
    <>
      <Group gap="sm" h={26}>
        <Text size="sm" className="dim">
          {count === undefined ? (
            <Trans>Loading …</Trans>
          ) : (
            <Plural value={count} one="# person" other="# people" />
          )}
        </Text>
        <MovedRows held={held} />
        {line}
        <LayoutSwitch list={people} />
      </Group>
      {dialog}
      <PeopleGrid
        key={place}
        of={place}
        people={people}
        shown={shown}
        label={isNarrowed ? label : t`People`}
        count={length}
        row={row}
        onRange={onRange}
        selection={selection}
        ticking={ticking}
        list={{ by: 'view', view }}
        cells={cells}
        beforeSave={held.hold}
      />
    </>
  );
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

export const NobodyHere = () => (
  <EmptyState
    title={t`Nobody here yet`}
    text={t`Nobody fits all of these filters. Take one away to see more.`}
  />
);
