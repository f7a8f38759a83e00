// A moment while it is changed, and what of it is no longer as it was.

import { momentKindOf } from '../../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { Change } from '../../../../src-shared/records/command.ts';
import { setField, writeNote } from '../../../../src-shared/records/intents/edits.ts';
import { timeAtWall, wallTime } from '../../../../src-shared/values/wall-time.ts';
import { textOf } from '../../../data/text-of.ts';
import { dayOf } from '../../../ui/day.ts';
import type { Named } from './people-picker.tsx';

export const momentTexts = ['topic', 'direction', 'outcome', 'mood'] as const;

export type MomentDraft = {
  kind: string;
  text: string;
  /** YYYY-MM-DD. */
  day: string;
  /** HH:MM. */
  time: string;
  people: readonly Named[];
  /** '' where nobody said. */
  minutes: string;
} & { [field in (typeof momentTexts)[number]]: string };

export const draftOfMoment = (
  moment: RecordDoc,
  people: readonly Named[],
  zone: string,
): MomentDraft => ({
  kind: momentKindOf(moment),
  text: moment.note,
  day: dayOf(moment.at),
  time: clockOf(moment.at, zone),
  people,
  minutes: minutesOf(moment),
  topic: textOf(moment, 'topic'),
  direction: textOf(moment, 'direction'),
  outcome: textOf(moment, 'outcome'),
  mood: textOf(moment, 'mood'),
});

export function minutesOf({ fields: { minutes } }: RecordDoc): string {
  return typeof minutes === 'number' ? `${minutes}` : '';
}

/** HH:MM there; '' where it is no time. */
export function clockOf(at: number, zone: string): string {
  const wall = new Date(wallTime(at, zone));
  return Number.isNaN(wall.getTime()) ? '' : wall.toISOString().slice(11, 16);
}

/** Only what is not as it was: what a teammate changes meanwhile stays. */
export function changesOf(
  moment: RecordDoc,
  before: MomentDraft,
  draft: MomentDraft,
  zone: string,
): Change[] {
  const ref = { collection: 'moments' as const, id: moment.id };
  const changes: Change[] = [];
  if (draft.text.trim() !== moment.note) changes.push(writeNote(ref, draft.text.trim()));
  if (draft.kind !== before.kind) changes.push(setField(ref, 'kind', draft.kind));
  const when = timeOf(draft, zone);
  if ((draft.day !== before.day || draft.time !== before.time) && when !== undefined)
    changes.push(setField(ref, 'when', when));
  const ids = draft.people.map(({ id }) => id);
  if (before.people.map(({ id }) => id).join() !== ids.join())
    changes.push(setField(ref, 'people', ids));
  for (const field of momentTexts) {
    const said = draft[field].trim();
    if (said !== before[field]) changes.push(setField(ref, field, said === '' ? null : said));
  }
  if (draft.minutes !== before.minutes)
    changes.push(setField(ref, 'minutes', draft.minutes === '' ? null : Number(draft.minutes)));
  return changes;
}

function timeOf({ day, time }: MomentDraft, zone: string): number | undefined {
  const wall = Date.parse(`${day}T${time === '' ? '12:00' : time}:00Z`);
  return Number.isNaN(wall) ? undefined : timeAtWall(wall, zone);
}
