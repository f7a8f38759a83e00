// Every feed of everybody who is followed, with one line about it; what needs attention first.

import { t } from '@lingui/core/macro';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { type Subscription, subscriptionsOf } from '../../../../src-shared/feeds/subscription.ts';
import { useHost } from '../../../data/host-context.tsx';
import { followed } from '../../../data/queries/people.ts';
import { useRecords } from '../../../data/use-records.ts';
import { useDates } from '../../../ui/when.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { useFeedStates } from './feed-list.tsx';
import { stateWords } from './feed-words.ts';

export type FeedRow = {
  owner: RecordDoc;
  feed: Subscription;
  title: string;
  line: { text: string; isWell: boolean };
};

const mostOwners = 5_000;

export function useFeedRows(): FeedRow[] {
  const now = useNow();
  const dates = useDates();
  const { info } = useHost();
  const people = useRecords(followed('people', mostOwners));
  const groups = useRecords(followed('groups', mostOwners));
  const owners = [...(people ?? []), ...(groups ?? [])];
  const states = useFeedStates(owners.map(({ id }) => id as string));
  const rows = owners.flatMap((owner) =>
    subscriptionsOf(owner).map((feed): FeedRow => {
      const state = states.get(feed.url);
      const line = feed.isOn
        ? stateWords(state, now, dates, info?.device.id)
        : { text: t`Paused`, isWell: true };
      return { owner, feed, title: state?.title || feed.title || feed.url, line };
    }),
  );
  return rows.toSorted((a, b) => Number(a.line.isWell) - Number(b.line.isWell));
}
