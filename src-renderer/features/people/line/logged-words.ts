// What was written down, with whom and what came with it: the words of the toast after it.

import { plural, select, t } from '@lingui/core/macro';

import { nameOrNone } from '../../../ui/name-or-none.ts';
import { listWords } from '../../../words/in-language.ts';
import type { LineDraft } from './line-draft.ts';

/** More are counted, not named. */
const mostNamed = 3;

export function loggedWords({ kind, people, promises, followUp, isPlan }: LineDraft): string {
  const names = people.slice(0, mostNamed).map(nameOrNone);
  const more = people.length - names.length;
  const others = plural(more, { one: '# other', other: '# others' });
  const whom = listWords(more > 0 ? [...names, others] : names);
  return said({
    kind,
    isPlan,
    whom,
    promises: promises.length,
    isReminded: followUp !== undefined,
  });
}

export const loggedForWords = (
  { kind, promises, followUp, isPlan }: LineDraft,
  count: number,
): string =>
  said({
    kind,
    isPlan,
    whom: plural(count, { one: '# person', other: '# people' }),
    promises: promises.length * count,
    isReminded: followUp !== undefined,
  });

type Said = {
  kind: string;
  isPlan: boolean;
  /** Names, or how many they are. */
  whom: string;
  promises: number;
  isReminded: boolean;
};

const said = ({ kind, isPlan, whom, promises, isReminded }: Said): string =>
  [
    isPlan
      ? t`You will be reminded of ${whom}.`
      : select(kind, {
          call: `Logged a call with ${whom}.`,
          meeting: `Logged a meeting with ${whom}.`,
          message: `Logged a message with ${whom}.`,
          note: `Logged a note about ${whom}.`,
          other: `Logged: ${whom}.`,
        }),
    promises === 0 ? '' : plural(promises, { one: '# promise noted.', other: '# promises noted.' }),
    isReminded && !isPlan ? t`You are reminded.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
