// What happened with a person, newest first, and a place to write down what just did.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';

import { peopleOfMoment } from '../../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { useMergedIds } from '../../../data/use-merged.ts';
import { useRecordsById } from '../../../data/use-records.ts';
import { AfterPaint } from '../../../ui/after-paint.tsx';
import { useKeptLimit } from '../../../ui/use-kept.ts';
import { Section } from '../../../ui/section.tsx';
import { LogMoment } from './log-moment.tsx';
import { MomentList } from './moment-list.tsx';
import { useTimelineFilter } from './timeline-filter.ts';
import { NothingFits, TimelineFilterButton, TimelineFilterChips } from './timeline-filter-bar.tsx';
import { useTimeline } from './use-timeline.ts';

const pageSize = 50;

export function Timeline({ doc: person }: { doc: RecordDoc }) {
  const [limit, setLimit] = useKeptLimit('timeline', pageSize);
  const ids = useMergedIds([person.id]).get(person.id) ?? [];
  const { filter, set, isOn } = useTimelineFilter();
  const moments = useTimeline(ids, filter, isOn, limit);
  const people = useRecordsById('people', (moments ?? []).flatMap(peopleOfMoment));
  return (
    <Section
      title={t`Timeline`}
      isPrinted={(moments ?? []).length > 0}
      action={<TimelineFilterButton filter={filter} set={set} />}
    >
      <AfterPaint height={180}>
        <LogMoment person={{ id: person.id, name: person.name }} />
      </AfterPaint>
      {isOn && <TimelineFilterChips filter={filter} set={set} />}
      {moments?.length === 0 && isOn && <NothingFits />}
      {moments?.length === 0 && !isOn && (
        <Text size="sm" className="dim" mt="sm">
          <Trans>
            Nothing yet. Write down a call, a meeting or a thought; it is found again by search.
          </Trans>
        </Text>
      )}
      <MomentList moments={moments ?? []} people={people} own={ids} />
      {moments?.length === limit && (
        <Button variant="subtle" size="xs" mt="xs" onClick={() => setLimit(limit + pageSize)}>
          <Trans>Show older</Trans>
        </Button>
      )}
    </Section>
  );
}
