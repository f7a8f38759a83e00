// What waits for a person's answer in the team: laptops that ask to join, and conflicts. A number
// beside Team, and a notice on every other page; in the desktop application also outside of it.

import { Trans } from '@lingui/react/macro';
import { plural, t } from '@lingui/core/macro';
import { Anchor, Badge } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';

import type { JoinRequest } from '../../src-shared/bridge/team-types.ts';
import { announce } from '../data/announce.ts';
import { useTeamRest } from '../data/team-rest.tsx';
import { useConflictCount } from '../data/use-conflict-count.ts';
import { tellOutside } from '../host/electron-notices.ts';

const mostCounted = 100;
const none: readonly JoinRequest[] = [];
const useRequests = (): readonly JoinRequest[] => useTeamRest()?.requests ?? none;

export function TeamBadge() {
  const requests = useRequests().length;
  const conflicts = useConflictCount(mostCounted);
  if (requests + conflicts === 0) return null;
  const asking = plural(requests, {
    one: '# laptop asks to join.',
    other: '# laptops ask to join.',
  });
  const open = plural(conflicts, { one: '# open conflict.', other: '# open conflicts.' });
  return (
    <Badge
      size="sm"
      color={requests > 0 ? 'blue' : 'orange'}
      variant={requests > 0 ? 'filled' : 'light'}
      ml="auto"
      tt="none"
      aria-hidden
      title={[requests > 0 ? asking : '', conflicts > 0 ? open : ''].join(' ').trim()}
    >
      {requests + conflicts >= mostCounted ? '99+' : requests + conflicts}
    </Badge>
  );
}

/** Says each request once, and takes the notice away when it was answered or is looked at. */
export function JoinToasts({ path }: { path: string }) {
  const requests = useRequests();
  const isLooking = path === '/team';
  const told = useRef(new Set<string>());
  useEffect(() => {
    const open = new Set(requests.map(({ ask }) => ask));
    for (const ask of told.current) if (isLooking || !open.has(ask)) notifications.hide(ask);
    for (const { ask, memberName, deviceName } of requests) {
      if (told.current.has(ask)) continue;
      told.current.add(ask);
      const text = t`${memberName} (${deviceName}) asks to join your team.`;
      tellOutside({ text });
      if (isLooking) continue;
      announce(text);
      notifications.show({
        id: ask,
        withBorder: true,
        autoClose: false,
        closeButtonProps: { 'aria-label': t`Close this message` },
        message: (
          <>
            {text}{' '}
            <Anchor inherit underline="always" href="#/team">
              <Trans>Look at it</Trans>
            </Anchor>
          </>
        ),
      });
    }
  }, [requests, isLooking]);
  return null;
}
