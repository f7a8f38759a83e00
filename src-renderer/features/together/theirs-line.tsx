// How much teammates did since one looked last, and the way to it; looking there is what counts
// as having looked.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';

import { useHistory } from '../../data/use-history.ts';
import { useIsInTeam } from '../../data/team-rest.tsx';
import { useDates } from '../../ui/when.tsx';

/** The host counts so far. */
const mostCounted = 1_000;

export function TheirsLine() {
  const isInTeam = useIsInTeam();
  const news = useHistory('history.news', {});
  const { dateTime, count } = useDates();
  if (!isInTeam || news === undefined) return null;
  const { seenAt } = news;
  const when = seenAt === undefined ? '' : dateTime(seenAt);
  if (news.count === 0 && seenAt === undefined) return null;
  if (news.count === 0)
    return (
      <Text size="sm" className="dim">
        <Trans>Nothing has come from teammates since you looked on {when}.</Trans>
      </Text>
    );
  const least = count(mostCounted);
  const what =
    news.count >= mostCounted
      ? t`${least} or more changes by teammates`
      : plural(news.count, { one: '# change by teammates', other: '# changes by teammates' });
  return (
    <Text size="sm">
      <Anchor inherit href="#/history?whose=others">
        {what}
      </Anchor>{' '}
      <Text span inherit className="dim">
        {seenAt === undefined ? (
          <Trans>since you last looked</Trans>
        ) : (
          <Trans>since you looked on {when}</Trans>
        )}
      </Text>
    </Text>
  );
}
