// What can be done with a row: by whose eyes it is seen is said beside each. Done is the
// team's; putting off, pinning and “not mine” are one's own.

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Until } from '../../../src-shared/domain/today-mark.ts';
import type { Command } from '../../../src-shared/records/command.ts';
import { edit, setField } from '../../../src-shared/records/intents/edits.ts';
import { markRow, settleTime } from '../../../src-shared/records/intents/keep-in-touch.ts';
import { settlePromise } from '../../../src-shared/records/intents/promises.ts';
import type { Row } from '../../../src-shared/today/rows.ts';
import { logMeeting, noWords } from './log-meeting.ts';
import { dayOf } from '../../ui/day.ts';

/** `doc`: the record that the row is read from. */
export function doneCommand(row: Row, doc: RecordDoc | undefined, by: string): Command {
  const now = Date.now();
  const { reason } = row;
  const { code } = reason;
  // What stands in a calendar of one's own is nobody else's to be done with.
  if (code === 'meeting')
    return reason.isOver ? logMeeting(reason, noWords, by) : notMineCommand(row);
  if (code === 'moved')
    return edit(setField({ collection: 'moments', id: reason.moment }, 'when', reason.at));
  const time = row.key.split(':')[2];
  if (code === 'reminder' && doc !== undefined && time !== undefined)
    return edit(settleTime(doc, time, 'done', dayOf(now)));
  // It was read: that is one's own.
  if (code === 'promise-moved') return notMineCommand(row);
  if ((code === 'promise' || code === 'owed') && doc !== undefined)
    return settlePromise(doc, { state: 'kept', at: now, by });
  return markRow(row, 'done', now);
}

export const snoozeCommand = (row: Row, until: Until): Command =>
  markRow(row, 'snoozed', Date.now(), until);
export const notMineCommand = (row: Row): Command => markRow(row, 'not-mine', Date.now());
export const pinCommand = (row: Row): Command => markRow(row, 'pinned', Date.now());
