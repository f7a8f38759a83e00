// Says what falls due and what teammates wrote, while it is fresh: in the window and, for whoever
// looks elsewhere, outside of it. What somebody has taken care of meanwhile goes away by itself.

import { t } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useEffect, useEffectEvent } from 'react';

import type { Notice, NoticesAnswer } from '../../../src-shared/bridge/requests/notices.ts';
import { announce } from '../../data/announce.ts';
import { useNameOf } from '../../data/team-rest.tsx';
import { useNotices } from '../../data/use-notices.ts';
import { hushOutside, takeNoticeActs, tellOutside } from '../../host/electron-notices.ts';
import { useDates } from '../../ui/when.tsx';
import { actWords, DigestCard, NoticeCard } from './notice-card.tsx';
import { digestWords, noticeWords } from './notice-words.ts';
import { actsOf, type NoticeAct, useNoticeActs } from './use-notice-acts.ts';

/** It stands where it is looked at, too. */
const shownMs = 60_000;
const digestId = 'while-away';

export function Notices({ path }: { path: string }) {
  const { shown, setShown, act } = useNoticeActs();
  const nameOf = useNameOf();
  const dates = useDates();
  const take = useEffectEvent((key: string, what: NoticeAct) => {
    act(key, what);
    notifications.hide(key);
  });
  useEffect(() => {
    const stopWindow = takeWindowActs((key, what) => take(key, what));
    const stopDesktop = takeNoticeActs((key, at) => {
      const notice = shown.find((one) => one.key === key);
      const what = notice === undefined || at === undefined ? 'open' : actsOf(notice)[at];
      if (what !== undefined) take(key, what);
    });
    return () => {
      stopWindow();
      stopDesktop();
    };
  }, [shown]);
  const hideWhatIsLookedAt = useEffectEvent((at: string) => {
    for (const notice of shown) if (placeOf(notice) === at) notifications.hide(notice.key);
  });
  useEffect(() => hideWhatIsLookedAt(path), [path]);
  const say = (notice: Notice): void => {
    const text = noticeWords(notice, nameOf, dates);
    const acts = actsOf(notice);
    tellOutside({ key: notice.key, text, actions: acts.map(actWords) });
    if (placeOf(notice) === path) return;
    const onClose = (): void =>
      setShown((before) => before.filter(({ key }) => key !== notice.key));
    announce(text);
    show(
      notice.key,
      <NoticeCard text={text} acts={acts} onAct={(what) => askNotice(notice.key, what)} />,
      onClose,
    );
  };
  const tell = ({ toasts, digest, gone }: NoticesAnswer): void => {
    for (const key of gone) {
      notifications.hide(key);
      hushOutside(key);
    }
    if (toasts.length > 0) setShown((before) => [...before, ...toasts]);
    for (const notice of toasts) say(notice);
    if (digest === undefined) return;
    const text = digestWords(digest);
    tellOutside({ text });
    announce(text);
    show(digestId, <DigestCard text={text} />);
  };
  useNotices(
    shown.map(({ key }) => key),
    tell,
  );
  return null;
}

/** Where it stands anyway. */
const placeOf = ({ row }: Notice): string => (row === undefined ? '/for-me' : '/today');

function show(id: string, message: ReactNode, onClose?: () => void): void {
  notifications.show({
    id,
    withBorder: true,
    autoClose: shownMs,
    closeButtonProps: { 'aria-label': t`Close this message` },
    message,
    ...(onClose === undefined ? {} : { onClose }),
  });
}

let taker: ((key: string, what: NoticeAct) => void) | undefined;

/** A notice is drawn once; what it asks for is done by whoever knows the records as they are. */
const askNotice = (key: string, what: NoticeAct): void => taker?.(key, what);

function takeWindowActs(take: NonNullable<typeof taker>): () => void {
  taker = take;
  return () => {
    taker = undefined;
  };
}
