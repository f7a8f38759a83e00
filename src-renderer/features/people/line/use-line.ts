// A line that is being written: what it is understood as while somebody types, what they change
// of that, and its command.

import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';

import type { NewRecord, RecordId } from '../../../../src-shared/domain/record.ts';
import type { FollowUpSaid, Known, LineReader } from '../../../../src-shared/logging/line-parts.ts';
import type { Command } from '../../../../src-shared/records/command.ts';
import { logWhole } from '../../../../src-shared/records/intents/log-line.ts';
import { readerZone } from '../../../data/asking-views.ts';
import { useHost } from '../../../data/host-context.tsx';
import { parseTypedName } from '../../../data/typed-values.ts';
import { useReader } from '../../../data/use-reader.ts';
import { dayOf } from '../../../ui/day.ts';
import { useNow } from '../../../ui/use-now.ts';
import {
  type ByHand,
  draftOf,
  emptyState,
  type LineDraft,
  type LineState,
  saysMore,
  timeOfDraft,
  withPeople,
} from './line-draft.ts';
import { useLearning, useNames } from './use-names.ts';

type Options = {
  text: string;
  /** Whom it is with anyway. */
  here: readonly Known[];
  usualKind: string;
};

/** What comes of Enter: it can be written down, or something is still to be said. */
type Settled =
  | { type: 'ready'; draft: LineDraft }
  | { type: 'took'; person: Known }
  | { type: 'which' | 'nobody' | 'nothing' };

export function useLine({ text, here, usualKind }: Options) {
  const reader = useReader()('', '');
  const { settings } = useHost();
  const now = useNow();
  const zone = readerZone();
  const [state, setState] = useState<LineState>(emptyState);
  const { names, learn, first } = useNames();
  const asked = {
    language: reader.language,
    country: reader.country,
    now,
    zone,
    usualKind,
    today: dayOf(now),
    here,
  };
  const draft = draftOf(text, state, names, asked);

  useLearning(draft.read.asked.join('\n'), learn);

  /** Whoever types fast is ahead of what is shown. */
  const settle = async (): Promise<Settled> => {
    let all = names;
    let settled = draftOf(text, state, all, asked);
    for (let round = 0; round < 8 && settled.read.asked.length > 0; round += 1) {
      all = new Map([...all, ...(await learn(settled.read.asked))]);
      settled = draftOf(text, state, all, asked);
    }
    const words = text.trim();
    const named = settled.read.people[0];
    if (!saysMore(settled) && named !== undefined && settled.read.people.length === 1) {
      const [person] = named.choices;
      return person === undefined ? { type: 'nobody' } : { type: 'took', person };
    }
    // "ben abb" is nothing that happened.
    if (settled.read.taken.length === 0 && isShort(words)) {
      const person = await first(words);
      if (person !== undefined) return { type: 'took', person };
    }
    if (settled.read.people.some(({ choices }) => choices.length > 1)) return { type: 'which' };
    if (settled.people.length === 0) return { type: 'nobody' };
    return saysMore(settled) ? { type: 'ready', draft: settled } : { type: 'nothing' };
  };

  const change = (part: Partial<LineState>): void => setState((before) => ({ ...before, ...part }));
  return {
    draft,
    settle,
    set: (byHand: ByHand): void => change({ byHand: { ...state.byHand, ...byHand } }),
    setPeople: (next: readonly Known[]): void =>
      setState((before) => withPeople(before, draft, next)),
    /** Whom the line named before it goes on about something else. */
    take: (person: Known): void =>
      setState((before) => ({
        ...before,
        added: [...before.added.filter(({ id }) => id !== person.id), person],
      })),
    without: (part: Without): void => {
      const { [part as keyof ByHand]: _, ...byHand } = state.byHand;
      change({ byHand, without: new Set([...state.without, part]) });
    },
    mean: (words: string, person: Known): void =>
      change({ meant: new Map([...state.meant, [words, person]]) }),
    make: (words: string): void => {
      const id = uuidv7();
      change({
        meant: new Map([...state.meant, [words, { id, name: words }]]),
        made: new Set([...state.made, id]),
      });
    },
    clear: (): void => setState(emptyState),
    command: (settled: LineDraft, own: Own): Promise<Command> =>
      commandOf(settled, {
        made: state.made,
        when: timeOfDraft(settled, { ...asked, now: Date.now() }),
        zone,
        who: settings?.userName ?? '',
        own,
      }),
  };
}

const isShort = (words: string): boolean => words !== '' && words.split(/\s+/).length <= 4;

export type Line = ReturnType<typeof useLine>;
type Without = Parameters<NonNullable<LineReader['without']>['has']>[0];
type Own = Pick<NewRecord, 'fields' | 'sets'>;

type Saying = {
  made: ReadonlySet<string>;
  /** ms since 1970. */
  when: number;
  zone: string;
  /** Whose a reminder is. */
  who: string;
  own: Own;
};

async function commandOf(
  draft: LineDraft,
  { made, when, zone, who, own }: Saying,
): Promise<Command> {
  const { kind, people, text, direction, topic, outcome, mood, read } = draft;
  const more = Object.fromEntries(
    Object.entries({ direction, topic, outcome, mood }).filter(([, value]) => value !== null),
  ) as { [field: string]: string };
  const isNew = people.filter(({ id }) => made.has(id));
  return logWhole({
    id: uuidv7() as RecordId,
    moment: { kind, when, people: people.map(({ id }) => id), text, more, own },
    newPeople: await Promise.all(
      isNew.map(async ({ id, name }) => ({ id: id as RecordId, name: await parseTypedName(name) })),
    ),
    promises: read.promises.map(({ by, text: words, due }) => ({
      by: by === 'us' ? 'ours' : 'theirs',
      text: words,
      due,
    })),
    reminder: read.followUp === undefined ? undefined : { ...reminderOf(read.followUp), zone, who },
  });
}

/** In the morning, where no time is said. */
const usualClock = '09:00';

const reminderOf = ({ text, when }: FollowUpSaid) => ({
  text: text === '' ? t`Be in touch again` : text,
  day: when.day,
  clock: when.time ?? usualClock,
});
