// What has arrived meanwhile: how much is unread, and a notice for each new post that
// contains a watched word.

import { Trans } from '@lingui/react/macro';
import { plural, t } from '@lingui/core/macro';
import { Anchor, Badge } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';

import { alerts as openAlerts } from '../data/queries/listening.ts';
import { useRecords } from '../data/use-records.ts';
import { useUnread } from '../features/listening/posts/use-unread.ts';
import { announce } from '../data/announce.ts';
import { commaWords } from '../words/in-language.ts';

export function UnreadBadge() {
  const unread = [...useUnread().values()].reduce((sum, ids) => sum + ids.length, 0);
  if (unread === 0) return null;
  return (
    <Badge
      size="sm"
      variant="light"
      ml="auto"
      tt="none"
      aria-hidden
      title={plural(unread, { one: '# unread post', other: '# unread posts' })}
    >
      {unread > 999 ? '999+' : unread}
    </Badge>
  );
}

const mostShown = 20;

/** Says each alert once; those that were here when the window opened are not news. */
export function AlertToasts() {
  const alerts = useRecords(openAlerts(mostShown));
  const known = useRef<Set<string>>(undefined);
  useEffect(() => {
    if (alerts === undefined) return;
    const before = known.current;
    known.current = new Set([...(before ?? []), ...alerts.map(({ id }) => id as string)]);
    const fresh = before === undefined ? [] : alerts.filter(({ id }) => !before.has(id));
    if (fresh.length === 0) return;
    const words = [...new Set(fresh.map(({ fields }) => String(fields['word'] as string)))];
    const mentioned = commaWords(words.map((word) => t`“${word}”`));
    const text = t`A new post mentions ${mentioned}.`;
    announce(text);
    notifications.show({
      id: 'watched-words',
      withBorder: true,
      autoClose: 15_000,
      closeButtonProps: { 'aria-label': t`Close this message` },
      message: (
        <>
          {text}{' '}
          <Anchor inherit underline="always" href="#/listening">
            <Trans>Read it</Trans>
          </Anchor>
        </>
      ),
    });
  }, [alerts]);
  return null;
}
