// How long the history is kept, how much it is and when it began.

import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';

import { useHistory } from '../data/use-history.ts';
import { useDates } from './when.tsx';

export function HistorySize() {
  const size = useHistory('history.size', {});
  const { date, count } = useDates();
  if (size === undefined) return null;
  const megabytes = count(Math.max(0.1, Math.round(size.bytes / 104_857.6) / 10));
  const changes = count(size.changes);
  const from = date(size.begins);
  return (
    <Text size="sm" className="dim">
      <Trans>
        Kept on this laptop: changes in records so far {changes}, about {megabytes} MB. Ninety days
        are kept whole; of what is older, the last ten values of each field and the first.
      </Trans>{' '}
      {size.begins > 0 && <Trans>Every change is known since {from}.</Trans>}
    </Text>
  );
}
