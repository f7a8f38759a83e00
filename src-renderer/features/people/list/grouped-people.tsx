// The people of a view in groups, ticked as in the list.

import { plural, t } from '@lingui/core/macro';

import type { GroupLayout } from '../../../lists/group-layout.ts';
import { GroupedList, useGrouped } from '../../../lists/grouped-list.tsx';
import type { ListView } from '../../../lists/use-list-view.ts';
import { useHost } from '../../../data/host-context.tsx';
import { readViewIds } from '../../../data/use-view.ts';
import type { Stretch } from '../../../ui/stretch.ts';
import { tickColumn, usePeopleColumns } from './people-columns.tsx';
import { NobodyHere } from './people-list.tsx';
import type { Selection } from './use-selection.ts';
import { useTicksBy } from './use-ticking.ts';

type Props = { people: ListView; label: string; selection: Selection };

/** Rows of groups are read, not edited. */
const nothingHeld = (): Promise<void> => Promise.resolve();

export function GroupedPeople({ people, label, selection }: Props) {
  const grouped = useGrouped(people);
  const { shown, layout, groups } = grouped;
  const columns = usePeopleColumns({ people, shown, beforeSave: nothingHeld });
  const ticking = useTicksBy(selection, useIdsIn(people, layout));
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
      onToggle={(doc) => selection.toggle(doc.id)}
      onExtend={ticking.extend}
      onSelectAll={selection.chooseAll}
      onClear={selection.clear}
      isSelected={(doc) => selection.has(doc.id)}
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

/** Whoever stands in a stretch of rows, read from the host: they need not have been in view. */
function useIdsIn({ view }: ListView, layout: GroupLayout) {
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
