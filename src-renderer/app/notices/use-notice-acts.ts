// Does what is asked of a notice, from the window or from the desktop.

import { useState } from 'react';

import type { Notice } from '../../../src-shared/bridge/requests/notices.ts';
import { addTo } from '../../../src-shared/query/calendar.ts';
import { askToLog } from '../../data/asked.ts';
import { useHost } from '../../data/host-context.tsx';
import { useCommand } from '../../data/use-command.tsx';
import { useRecordsById } from '../../data/use-records.ts';
import { doneCommand, snoozeCommand } from '../../features/today/row-acts.ts';
import { useMarksForMe } from '../../features/together/use-marks-for-me.ts';
import { pathOf } from '../../kinds/kinds.ts';
import { dayOf } from '../../ui/day.ts';
import { go } from '../../ui/router.ts';

export const noticeActs = ['log', 'done', 'snooze', 'open'] as const;
export type NoticeAct = (typeof noticeActs)[number];

/** What can be done with it, in order. */
export const actsOf = ({ row, about }: Notice): readonly NoticeAct[] =>
  row !== undefined && about?.collection === 'people' ? noticeActs : ['done', 'snooze', 'open'];

/** Those that are to be seen, and what is done with one of them. */
export function useNoticeActs(): {
  shown: readonly Notice[];
  setShown: (next: (before: readonly Notice[]) => readonly Notice[]) => void;
  act: (key: string, what: NoticeAct) => void;
} {
  const [shown, setShown] = useState<readonly Notice[]>([]);
  const run = useCommand();
  const marks = useMarksForMe();
  const by = useHost().settings?.userName ?? '';
  const records = useRecordsById(
    'work',
    shown.flatMap(({ row }) => (row?.record?.collection === 'work' ? [row.record.id] : [])),
  );
  const act = (key: string, what: NoticeAct): void => {
    const notice = shown.find((one) => one.key === key);
    if (notice === undefined) return;
    const { row, comment, about } = notice;
    if (what === 'open')
      go(comment === undefined && about !== undefined ? pathOf(about) : '/for-me');
    else if (what === 'log') askToLog({ person: about?.id ?? '' });
    else if (row !== undefined)
      void run(
        what === 'done'
          ? doneCommand(row, records.get(row.record?.id ?? ''), by)
          : snoozeCommand(row, addTo(dayOf(Date.now()), 1, 'day')),
      );
    else if (comment !== undefined && what === 'done') marks.done([comment]);
    else if (comment !== undefined) marks.later(comment);
  };
  return { shown, setShown, act };
}
