// The people of a view in groups, ticked as in the list.

import { plural, t } from '@lingui/core/macro';

import { GroupedList, useGrouped } from '../../../lists/grouped-list.tsx';
import type { ListView } from '../../../lists/use-list-view.ts';
import { rowActs } from '../../../lists/row-acts.ts';
import { tickColumn } from '../../../lists/tick-column.tsx';
import { usePeopleColumns } from './people-columns.tsx';
import { NobodyHere } from './people-list.tsx';
import type { Selection } from '../../../lists/use-selection.ts';
import { nothingHeld, useTicksInGroups } from '../../../lists/use-ticking.ts';

type Props = { people: ListView; label: string; selection: Selection };

export function GroupedPeople({ people, label, selection }: Props) {
  const grouped = useGrouped(people);
  const { shown, layout, groups } = grouped;
  const columns = usePeopleColumns({ people, shown, beforeSave: nothingHeld });
  const ticking = useTicksInGroups(selection, people, layout);
  if (groups?.length === 0) return <NobodyHere />;
  return (
    <GroupedList
      list={people}
      grouped={grouped}
      label={label}
      columns={columns}
      tick={tickColumn(selection, ticking)}
      counted={placesWords}
      to={{ pages: '/people', name: t`People` }}
      {...rowActs(selection, ticking)}
    />
  );
}

/** Where somebody stands in several groups, both numbers. */
function placesWords(count: number, places: number): string {
  const many = plural(count, { one: '# person', other: '# people' });
  return places === count
    ? many
    : plural(places, { one: `${many} in # place`, other: `${many} in # places` });
}
