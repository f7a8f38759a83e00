// How many comments of teammates wait for whoever sits here, in the navigation.

import { plural } from '@lingui/core/macro';
import { Badge } from '@mantine/core';

import { useForMe } from '../data/use-for-me.ts';

export function ForMeBadge() {
  const open = useForMe()?.open ?? 0;
  if (open === 0) return null;
  return (
    <Badge
      size="sm"
      ml="auto"
      tt="none"
      aria-hidden
      title={plural(open, { one: '# comment for you', other: '# comments for you' })}
    >
      {open > 999 ? '999+' : open}
    </Badge>
  );
}
