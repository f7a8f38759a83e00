// The people of a view, read page by page as the list scrolls.

import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';

import { EmptyState } from '../../../ui/empty-state.tsx';
import { useSample } from '../../../data/use-sample.ts';
import { LayoutSwitch } from '../../../lists/layout-switch.tsx';
import { PeopleGrid } from './people-grid.tsx';
import { useListRows } from '../../../lists/use-list-rows.tsx';
import type { ListView } from '../../../lists/use-list-view.ts';
import type { Selection } from '../../../lists/use-selection.ts';

type Props = {
  people: ListView;
  /** The view in words. */
  label: string;
  selection: Selection;
  onAdd: () => void;
};

export function PeopleList({ people, label, selection, onAdd }: Props) {
  const { view, parts } = people;
  const isNarrowed = parts.length > 0;
  const rows = useListRows(people, view, selection);
  const { of, count } = rows;
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
        {rows.line}
        <LayoutSwitch list={people} />
      </Group>
      {rows.dialog}
      <PeopleGrid
        key={of}
        of={of}
        people={people}
        shown={rows.shown.map(({ id }) => id)}
        label={isNarrowed ? label : t`People`}
        count={rows.length}
        row={rows.row}
        onRange={rows.onRange}
        selection={selection}
        ticking={rows.ticking}
        list={{ by: 'view', view }}
        cells={rows.cells}
        beforeSave={rows.beforeSave}
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
