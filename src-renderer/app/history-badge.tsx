// How much others have done since somebody looked last.

import { plural } from '@lingui/core/macro';
import { Badge } from '@mantine/core';

import { useHistory } from '../data/use-history.ts';

export function HistoryBadge() {
  const count = useHistory('history.news', {})?.count ?? 0;
  if (count === 0) return null;
  return (
    <Badge
      size="sm"
      variant="light"
      ml="auto"
      tt="none"
      aria-hidden
      title={plural(count, {
        one: '# change by others since you looked',
        other: '# changes by others since you looked',
      })}
    >
      {count > 999 ? '999+' : count}
    </Badge>
  );
}
