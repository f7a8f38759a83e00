// How long the history is kept, how much it is and when it began.

import { plural } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';

import { useHost } from '../data/host-context.tsx';
import { useHistory } from '../data/use-history.ts';
import { useDates } from './when.tsx';

export function HistorySize() {
  const size = useHistory('history.size', {});
  const { date, count } = useDates();
  const days = useHost().settings?.keepHistoryDays ?? 0;
  if (size === undefined) return null;
  const megabytes = count(Math.max(0.1, Math.round(size.bytes / 104_857.6) / 10));
  const changes = count(size.changes);
  const from = date(size.begins);
  return (
    <Text size="sm" className="dim">
      <Trans>
        Kept on this laptop: changes in records so far {changes}, about {megabytes} MB.
      </Trans>{' '}
      {days > 0 &&
        plural(days, {
          one: 'The last # day is kept whole; of what is older, the last ten values of each field and the first.',
          other:
            'The last # days are kept whole; of what is older, the last ten values of each field and the first.',
        })}{' '}
      {size.begins > 0 && <Trans>Every change is known since {from}.</Trans>}
    </Text>
  );
}
