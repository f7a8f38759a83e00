// What was written down, with whom and what came with it: the words of the toast after it.

import { plural, select, t } from '@lingui/core/macro';

import { nameOrNone } from '../../../ui/name-or-none.ts';
import { listWords } from '../../../words/in-language.ts';
import type { LineDraft } from './line-draft.ts';

/** More are counted, not named. */
const mostNamed = 3;

export function loggedWords({ kind, people, promises, followUp }: LineDraft): string {
  const names = people.slice(0, mostNamed).map(nameOrNone);
  const more = people.length - names.length;
  const others = plural(more, { one: '# other', other: '# others' });
  return said(kind, listWords(more > 0 ? [...names, others] : names), promises.length, followUp);
}

export const loggedForWords = ({ kind, promises, followUp }: LineDraft, count: number): string =>
  said(
    kind,
    plural(count, { one: '# person', other: '# people' }),
    promises.length * count,
    followUp,
  );

/** `whom`: names, or how many they are. */
const said = (
  kind: string,
  whom: string,
  promises: number,
  followUp: LineDraft['followUp'],
): string =>
  [
    select(kind, {
      call: `Logged a call with ${whom}.`,
      meeting: `Logged a meeting with ${whom}.`,
      message: `Logged a message with ${whom}.`,
      note: `Logged a note about ${whom}.`,
      other: `Logged: ${whom}.`,
    }),
    promises === 0 ? '' : plural(promises, { one: '# promise noted.', other: '# promises noted.' }),
    followUp === undefined ? '' : t`You are reminded.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
