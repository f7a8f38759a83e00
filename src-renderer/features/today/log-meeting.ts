// A meeting of a calendar as what happened, with what came of it, as one step.

import type { RecordId } from '../../../src-shared/domain/record.ts';
import type { Command } from '../../../src-shared/records/command.ts';
import { logWhole } from '../../../src-shared/records/intents/log-line.ts';
import type { Reason } from '../../../src-shared/today/rows.ts';

type Meeting = Extract<Reason, { code: 'meeting' }>;

export type WhatCameWords = {
  outcome: string;
  /** What was promised, ours or theirs. */
  promise: string;
  by: 'ours' | 'theirs';
  /** YYYY-MM-DD, or ''. */
  due: string;
};

export const noWords: WhatCameWords = { outcome: '', promise: '', by: 'ours', due: '' };

export function logMeeting(
  { moment, at, title, people }: Meeting,
  { outcome, promise, by, due }: WhatCameWords,
  member: string,
): Command {
  const more = { ...filled('title', title), ...filled('outcome', outcome) };
  return logWhole({
    id: moment as RecordId,
    moment: { kind: 'meeting', when: at, people, text: '', more },
    newPeople: [],
    promises:
      promise.trim() === ''
        ? []
        : [
            {
              by,
              text: promise,
              ...(by === 'ours' ? { member } : {}),
              ...(due === '' ? {} : { due: { day: due, precision: 'day' as const } }),
            },
          ],
  });
}

const filled = (name: string, text: string): { [name: string]: string } =>
  text.trim() === '' ? {} : { [name]: text.trim() };
