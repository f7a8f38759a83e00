// What happened with the people of a group, newest first.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';

import { peopleOfMoment } from '../../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { viewOfGroup } from '../../../../src-shared/query/group-people.ts';
import { useRecordsById } from '../../../data/use-records.ts';
import { useViewIds } from '../../../data/use-view-ids.ts';
import { Section } from '../../../ui/section.tsx';
import { useKeptLimit } from '../../../ui/use-kept.ts';
import { MomentList } from './moment-list.tsx';
import { useTimelineFilter } from './timeline-filter.ts';
import { NothingFits, TimelineFilterButton, TimelineFilterChips } from './timeline-filter-bar.tsx';
import { useTimeline } from './use-timeline.ts';

const pageSize = 30;
/** Those spoken to last: what is newest happened with them. */
const mostPeople = 300;

export function GroupTimeline({ doc: group }: { doc: RecordDoc }) {
  const [limit, setLimit] = useKeptLimit('timeline', pageSize);
  const view = viewOfGroup(group);
  const ids = useViewIds(
    { ...view, sorts: [{ field: 'lastContact.at', order: 'desc' }] },
    mostPeople,
  );
  const { filter, set, isOn } = useTimelineFilter();
  const moments = useTimeline(ids, filter, isOn, limit);
  const people = useRecordsById('people', (moments ?? []).flatMap(peopleOfMoment));
  if (ids === undefined || (moments === undefined && !isOn)) return null;
  return (
    <Section
      title={t`Timeline`}
      isPrinted={(moments ?? []).length > 0}
      action={<TimelineFilterButton filter={filter} set={set} />}
    >
      {isOn && <TimelineFilterChips filter={filter} set={set} />}
      {moments?.length === 0 && isOn && <NothingFits />}
      {moments?.length === 0 && !isOn && (
        <Text size="sm" className="dim">
          <Trans>Nothing has been written down with these people yet.</Trans>
        </Text>
      )}
      <MomentList moments={moments ?? []} people={people} own={[]} />
      {moments?.length === limit && (
        <Button variant="subtle" size="xs" mt="xs" onClick={() => setLimit(limit + pageSize)}>
          <Trans>Show older</Trans>
        </Button>
      )}
    </Section>
  );
}
