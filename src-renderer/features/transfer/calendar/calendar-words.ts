// What is said of calendars: why a time of one is left out, and how often one is read.

import { plural } from '@lingui/core/macro';

import { type MeetingSkip, meetingSkips } from '../../../../src-shared/calendar/meeting.ts';
import type { CalendarPreview } from '../../../../src-shared/calendar/plan-calendar.ts';

export function skipWords({ skips, broken, cutOff }: CalendarPreview): string[] {
  return [
    ...meetingSkips.flatMap((why) => (skips[why] > 0 ? [words[why](skips[why])] : [])),
    ...(broken > 0
      ? [plural(broken, { one: '# entry cannot be read', other: '# entries cannot be read' })]
      : []),
    ...(cutOff > 0
      ? [
          plural(cutOff, {
            one: '# entry comes round too often to be followed to its end',
            other: '# entries come round too often to be followed to their end',
          }),
        ]
      : []),
  ];
}

const words: { [why in MeetingSkip]: (count: number) => string } = {
  cancelled: (count) => plural(count, { one: '# was called off', other: '# were called off' }),
  declined: (count) => plural(count, { one: '# that you declined', other: '# that you declined' }),
  'all-day': (count) =>
    plural(count, { one: '# takes the whole day', other: '# take the whole day' }),
  many: (count) =>
    plural(count, {
      one: '# with more than 20 people',
      other: '# with more than 20 people',
    }),
  alone: (count) =>
    plural(count, { one: '# without anybody else', other: '# without anybody else' }),
  here: (count) => plural(count, { one: '# is logged already', other: '# are logged already' }),
  unknown: (count) =>
    plural(count, { one: '# with nobody you know', other: '# with nobody you know' }),
};

export const everyWords = (minutes: number): string =>
  minutes < 60
    ? plural(minutes, { one: 'every minute', other: 'every # minutes' })
    : plural(minutes / 60, { one: 'every hour', other: 'every # hours' });
