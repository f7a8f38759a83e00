// What changed since somebody looked last on this laptop: by teammate, what was done to what
// kind of record, and to which.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text, Title } from '@mantine/core';

import type { News, NewsOf } from '../../../src-shared/bridge/history-types.ts';
import { useHistory } from '../../data/use-history.ts';
import { useIsInTeam, useNameOf } from '../../data/team-rest.tsx';
import { labelOf } from '../../kinds/kinds.ts';
import { useDates } from '../../ui/when.tsx';
import { commaWords } from '../../words/in-language.ts';
import { Theirs } from './theirs.tsx';

export function Away({ since }: { since: News }) {
  const nameOf = useNameOf();
  const isInTeam = useIsInTeam();
  const { dateTime, count } = useDates();
  const told = useHistory('history.away', { since: since.seen });
  const { seenAt } = since;
  if (told === undefined) return null;
  const when = seenAt === undefined ? '' : dateTime(seenAt);
  if (told.teammates.length === 0)
    return isInTeam && seenAt !== undefined ? (
      <Text size="sm" className="dim">
        <Trans>Nothing has come from teammates since you looked on {when}.</Trans>
      </Text>
    ) : null;
  const title = seenAt === undefined ? t`Since you last looked` : t`Since you looked on ${when}`;
  const most = told.lookedAt === undefined ? undefined : count(told.lookedAt);
  return (
    <section aria-label={title} className="since-looked">
      <Title order={2} size="h4">
        {title}
      </Title>
      <Stack component="ul" gap="xs" className="plain-list" m={0} p={0}>
        {told.teammates.map((one) => {
          const name = nameOf(one);
          const what = commaWords(one.kinds.map(kindWords));
          return (
            <li key={one.device}>
              <Text size="sm">
                <Trans>
                  <bdi>{name}</bdi>: {what}
                </Trans>
              </Text>
              <Theirs since={since.seen} device={one.device} name={name} />
            </li>
          );
        })}
      </Stack>
      {most !== undefined && (
        <Text size="xs" className="dim" mt="xs">
          <Trans>Only the newest {most} of what they did are counted here.</Trans>
        </Text>
      )}
    </section>
  );
}

function kindWords({ kind, made, changed }: NewsOf['kinds'][number]): string {
  const label = labelOf(kind);
  const parts = [
    ...(made > 0 ? [plural(made, { one: '# added', other: '# added' })] : []),
    ...(changed > 0 ? [plural(changed, { one: '# changed', other: '# changed' })] : []),
  ];
  const counts = commaWords(parts);
  return t`${label} (${counts})`;
}
