// Builds the filter in place, above the list, which follows at once: quick filters, a line
// that adds any condition and says how many it would leave, and the conditions in groups.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';

import type { View, ViewCondition } from '../../../../src-shared/query/view.ts';
import { useDescribing } from '../../../data/use-describing.ts';
import { useViewCount } from '../../../data/use-view-count.ts';
import { useDates } from '../../../ui/when.tsx';
import { FilterForm } from './filter-form.tsx';
import { FilterGroup } from './filter-group.tsx';
import { QuickFilters } from './filter-quick.tsx';
import { addNode, rootOf } from './filter-tree.ts';
import { everybody, type PeopleView } from './use-people-view.ts';

type Props = { people: PeopleView; onClose: () => void };

export function FilterPanel({ people, onClose }: Props) {
  const { view, parts, setConditions } = people;
  const how = useDescribing(view);
  const root = rootOf(view.conditions);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={panel} id="people-filter" className="filter-panel" aria-label={t`Filter`}>
      <QuickFilters view={view} onChange={setConditions} />
      <FilterForm
        isWide
        submit={t`Add filter`}
        onDone={(condition) => setConditions(addNode(root, condition))}
      >
        {(condition) => <WouldLeave view={view} condition={condition} />}
      </FilterForm>
      {parts.length > 0 && (
        <FilterGroup group={root} level={1} how={how} onChange={setConditions} />
      )}
      <div className="filter-panel-end">
        <CountOfAll view={view} />
        {parts.length > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => setConditions({ all: [] })}
          >
            <Trans>Clear all filters</Trans>
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={onClose}>
          <Trans>Done</Trans>
        </Button>
      </div>
    </section>
  );
}

/** How many the list has now, of how many there are. */
function CountOfAll({ view }: { view: View }) {
  const { count: number } = useDates();
  const [count, total] = [useViewCount(view), useViewCount(everybody)];
  if (count === undefined || total === undefined) return null;
  return (
    <Text size="sm" role="status" className="filter-count">
      <Trans>
        {number(count)} of {number(total)}
      </Trans>
    </Text>
  );
}

/** Of what is put together and not added yet. */
function WouldLeave({ view, condition }: { view: View; condition: ViewCondition | undefined }) {
  const { count: number } = useDates();
  const next =
    condition === undefined
      ? undefined
      : { ...view, conditions: addNode(rootOf(view.conditions), condition) };
  const count = useViewCount(next);
  if (count === undefined) return null;
  return (
    <Text size="sm" className="dim">
      <Trans>leaves {number(count)}</Trans>
    </Text>
  );
}
