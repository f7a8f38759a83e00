// A line that is being written: what it is understood as while somebody types, what they change
// of that, and its command.

import { useState } from 'react';

import type { Known, PersonSaid } from '../../../../src-shared/logging/line-parts.ts';
import type { Command } from '../../../../src-shared/records/command.ts';
import { readerZone } from '../../../data/asking-views.ts';
import { useHost } from '../../../data/host-context.tsx';
import { useReader } from '../../../data/use-reader.ts';
import { dayOf } from '../../../ui/day.ts';
import { useNow } from '../../../ui/use-now.ts';
import { lineChanges } from './line-changes.ts';
import { commandOf, type Own, sayingOf } from './line-command.ts';
import {
  type ByHand,
  draftOf,
  emptyState,
  type LineDraft,
  type LineState,
  saysMore,
  timeOfDraft,
} from './line-draft.ts';
import { useLearning, useNames } from './use-names.ts';

type Options = {
  text: string;
  /** Whom it is with anyway. */
  here: readonly Known[];
  usualKind: string;
  /** It needs nobody: it is about many anyway. */
  isForMany?: boolean;
  /** What is said before anybody writes. */
  begun?: ByHand | undefined;
};

/** What comes of Enter: it can be written down, or something is still to be said. */
type Settled =
  | { type: 'ready'; draft: LineDraft }
  | { type: 'took'; person: Known }
  | { type: 'which' | 'new' | 'nobody' | 'nothing' };

export function useLine({ text, here, usualKind, isForMany = false, begun }: Options) {
  const reader = useReader()('', '');
  const { settings } = useHost();
  const now = useNow();
  const zone = readerZone();
  const [state, setState] = useState<LineState>(() =>
    begun === undefined ? emptyState : { ...emptyState, byHand: begun },
  );
  const { names, learn } = useNames();
  const who = settings?.userName ?? '';
  const asked = {
    language: reader.language,
    country: reader.country,
    now,
    zone,
    usualKind,
    today: dayOf(now),
    here,
    who,
  };
  const draft = draftOf(text, state, names, asked);

  useLearning(draft.read.asked.join('\n'), learn);

  /** Whoever types fast is ahead of what is shown. */
  const settle = async (): Promise<Settled> => {
    const words = text.trim();
    // "ben abb" is nothing that happened.
    const entered = isShort(words) ? { ...state, entered: words } : state;
    if (entered !== state) setState((before) => ({ ...before, entered: words }));
    let all = names;
    let settled = draftOf(text, entered, all, asked);
    for (let round = 0; round < 8 && settled.read.asked.length > 0; round += 1) {
      all = new Map([...all, ...(await learn(settled.read.asked))]);
      settled = draftOf(text, entered, all, asked);
    }
    const [named] = settled.read.people;
    if (settled.read.people.some(({ choices }) => choices.length > 1)) return { type: 'which' };
    if (!isForMany && settled.read.people.some((said) => isSurelyName(said, reader.language)))
      return { type: 'new' };
    if (!saysMore(settled) && named !== undefined && settled.read.people.length === 1) {
      const [person] = named.choices;
      return person === undefined ? { type: 'nobody' } : { type: 'took', person };
    }
    if (settled.people.length === 0 && !isForMany) return { type: 'nobody' };
    return saysMore(settled) || begun !== undefined
      ? { type: 'ready', draft: settled }
      : { type: 'nothing' };
  };

  return {
    draft,
    isForMany,
    settle,
    ...lineChanges(setState, draft),
    /** What it says for each of many. */
    forEach: (settled: LineDraft) =>
      sayingOf(settled, { when: timeOfDraft(settled, { ...asked, now: Date.now() }), zone, who }),
    command: (settled: LineDraft, own: Own): Promise<Command> =>
      commandOf(settled, {
        made: state.made,
        when: timeOfDraft(settled, { ...asked, now: Date.now() }),
        zone,
        who,
        own,
      }),
  };
}

/** Of somebody new. In German every noun has a capital letter, so one alone may be anything. */
const isSurelyName = ({ words, choices }: PersonSaid, language: string): boolean =>
  choices.length === 0 && (words.includes(' ') || !language.startsWith('de'));

const isShort = (words: string): boolean => words !== '' && words.split(/\s+/).length <= 4;

export type Line = ReturnType<typeof useLine>;
