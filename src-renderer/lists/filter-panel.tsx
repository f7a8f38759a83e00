// Builds the filter in place, above the list, which follows at once: quick filters, a line
// that adds any condition and says how many it would leave, and the conditions in groups.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';

import type { ViewCondition } from '../../src-shared/query/view.ts';
import { useDescribing } from '../data/use-describing.ts';
import { useViewCount } from '../data/use-view-count.ts';
import { useDates } from '../ui/when.tsx';
import { FilterForm } from './filter-form.tsx';
import { FilterGroup } from './filter-group.tsx';
import { QuickFilters } from './filter-quick.tsx';
import { addNode, rootOf } from './filter-tree.ts';
import { everythingIn, wholeView } from './list-kind.ts';
import type { ListView } from './use-list-view.ts';

type Props = { list: ListView; onClose: () => void };

export function FilterPanel({ list, onClose }: Props) {
  const { kind, view, parts, setConditions } = list;
  const how = useDescribing(view);
  const root = rootOf(view.conditions);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={panel} id="list-filter" className="filter-panel" aria-label={t`Filter`}>
      <QuickFilters list={list} onChange={setConditions} />
      <FilterForm
        kind={kind}
        isWide
        submit={t`Add filter`}
        onDone={(condition) => setConditions(addNode(root, condition))}
      >
        {(condition) => <WouldLeave list={list} condition={condition} />}
      </FilterForm>
      {parts.length > 0 && (
        <FilterGroup kind={kind} group={root} level={1} how={how} onChange={setConditions} />
      )}
      <div className="filter-panel-end">
        <CountOfAll list={list} />
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
function CountOfAll({ list: { kind, whole } }: { list: ListView }) {
  const { count: number } = useDates();
  const [count, total] = [useViewCount(whole), useViewCount(wholeView(kind, everythingIn(kind)))];
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
type LeaveProps = { list: ListView; condition: ViewCondition | undefined };

function WouldLeave({ list: { kind, view }, condition }: LeaveProps) {
  const { count: number } = useDates();
  const next =
    condition === undefined
      ? undefined
      : wholeView(kind, { ...view, conditions: addNode(rootOf(view.conditions), condition) });
  const count = useViewCount(next);
  if (count === undefined) return null;
  return (
    <Text size="sm" className="dim">
      <Trans>leaves {number(count)}</Trans>
    </Text>
  );
}
