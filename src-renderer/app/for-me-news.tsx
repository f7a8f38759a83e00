// What teammates wrote for whoever sits here: a number in the navigation, and a notice for what
// has just come; in the desktop application also outside of it.

import { Trans } from '@lingui/react/macro';
import { plural, t } from '@lingui/core/macro';
import { Anchor, Badge } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';

import { announce } from '../data/announce.ts';
import { useForMe } from '../data/use-for-me.ts';
import { tellOutside } from '../host/electron-port.ts';

/** What is older is found in the list; nobody is interrupted for it. */
const freshMs = 12 * 60 * 60 * 1_000;

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

/** Says once what came while the window was open. */
export function ForMeToasts({ path }: { path: string }) {
  const entries = useForMe()?.entries;
  const isLooking = path === '/for-me';
  const known = useRef<Set<string>>(undefined);
  useEffect(() => {
    if (entries === undefined) return;
    const before = known.current;
    known.current = new Set([...(before ?? []), ...entries.map(({ id }) => id)]);
    if (before === undefined) return;
    const fresh = entries.filter(
      ({ id, at, state }) => state === 'open' && !before.has(id) && at > Date.now() - freshMs,
    );
    if (fresh.length === 0) return;
    const text = plural(fresh.length, {
      one: '# new comment for you.',
      other: '# new comments for you.',
    });
    tellOutside(text);
    if (isLooking) return;
    announce(text);
    notifications.show({
      id: 'for-me',
      withBorder: true,
      autoClose: 15_000,
      closeButtonProps: { 'aria-label': t`Close this message` },
      message: (
        <>
          {text}{' '}
          <Anchor inherit underline="always" href="#/for-me">
            <Trans>Read it</Trans>
          </Anchor>
        </>
      ),
    });
  }, [entries, isLooking]);
  return null;
}
