// The command of a line that is to be written down.

import { t } from '@lingui/core/macro';
import { v7 as uuidv7 } from 'uuid';

import type { NewRecord, RecordId } from '../../../../src-shared/domain/record.ts';
import type { Command } from '../../../../src-shared/records/command.ts';
import { logWhole } from '../../../../src-shared/records/intents/log-line.ts';
import { parseTypedName } from '../../../data/typed-values.ts';
import type { FollowUpDraft, LineDraft } from './line-draft.ts';

export type Own = Pick<NewRecord, 'fields' | 'sets'>;

type Saying = {
  made: ReadonlySet<string>;
  /** ms since 1970. */
  when: number;
  zone: string;
  /** Whose a reminder is. */
  who: string;
  own: Own;
};

export async function commandOf(
  draft: LineDraft,
  { made, when, zone, who, own }: Saying,
): Promise<Command> {
  const { people } = draft;
  const { kind, text, more, promises, reminder, isPlan } = sayingOf(draft, { when, zone, who });
  const isNew = people.filter(({ id }) => made.has(id));
  return logWhole({
    id: uuidv7() as RecordId,
    moment: { kind, when, people: people.map(({ id }) => id), text, more, own },
    newPeople: await Promise.all(
      isNew.map(async ({ id, name }) => ({ id: id as RecordId, name: await parseTypedName(name) })),
    ),
    promises,
    reminder,
    isPlan,
  });
}

export function sayingOf(
  draft: LineDraft,
  { when, zone, who }: Pick<Saying, 'when' | 'zone' | 'who'>,
) {
  const { kind, text, direction, topic, outcome, mood, minutes, promises, followUp, isPlan } =
    draft;
  const more = Object.fromEntries(
    Object.entries({ direction, topic, outcome, mood, minutes }).filter(
      ([, value]) => value !== null,
    ),
  ) as { [field: string]: string | number };
  return {
    kind,
    when,
    text,
    more,
    isPlan,
    promises: promises.map(({ by, text: words, due, member }) => ({
      by: by === 'us' ? ('ours' as const) : ('theirs' as const),
      text: words,
      due,
      member,
    })),
    reminder: followUp === undefined ? undefined : { ...reminderOf(followUp), zone, who },
  };
}

/** In the morning, where no time is said. */
const usualClock = '09:00';

const reminderOf = ({ text, day, time }: FollowUpDraft) => ({
  text: text === '' ? t`Be in touch again` : text,
  day,
  clock: time === '' ? usualClock : time,
});
