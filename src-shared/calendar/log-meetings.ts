// Makes moments of meetings that have been, as one action.

import type { Result } from '../domain/result.ts';
import type { CommandContext } from '../records/context.ts';
import { type ManyReport, makeInPieces, type Watch } from '../records/make-in-pieces.ts';
import type { RecordStore } from '../store/record-store.ts';
import { type MeetingScope, meetingMoment } from './meeting.ts';
import type { PastMeeting } from './plan-calendar.ts';

type Work = { past: readonly PastMeeting[]; scope: MeetingScope; name: string };

export function logMeetings(
  store: RecordStore,
  { past, scope, name }: Work,
  context: CommandContext,
  watch: Watch = {},
): Promise<Result<ManyReport>> {
  const print = context.hash(JSON.stringify([name, scope, past.map(({ meeting }) => meeting.uid)]));
  const records = (from: number, to: number) =>
    Promise.resolve(
      past.slice(from, to).map(({ meeting, people }, at) => ({
        record: meetingMoment(meeting, people, scope, context.hash),
        row: from + at + 1,
      })),
    );
  const work = { marker: 'calendar-import', print, name, skipped: 0, total: past.length, records };
  return makeInPieces(store, work, context, watch);
}
