// What is said of a run and its drafts.

import { plural, t } from '@lingui/core/macro';

import type { Policy } from '../../../../src-shared/care/policy.ts';
import type { RunChannel } from '../../../../src-shared/domain/draft-run.ts';
import type { Purpose } from '../../../../src-shared/domain/permission.ts';
import type { Problem } from '../../../../src-shared/drafts/check-run.ts';
import type { DraftState } from '../../../../src-shared/drafts/run.ts';
import { say } from '../../../../src-shared/words/say.ts';
import { refusalWords } from '../../../words/care-words.ts';
import type { Shown } from './rows.ts';

export const channelOfRunWords = (channel: RunChannel): string =>
  say(`field.draft-run.channel.${channel}`);

export const peopleWords = (count: number): string =>
  plural(count, { one: '# person', other: '# people' });

/** `day`: a day as the reader has days. */
export function problemWords(
  problem: Problem,
  channel: RunChannel,
  day: (day: string) => string,
): string {
  switch (problem.what) {
    case 'refused':
      return refusalWords(problem.refusal, { day });
    case 'shared': {
      const { address, name } = problem;
      const why = refusalWords(problem.refusal, { day });
      return t`${name} has the same address (${address}): ${why}`;
    }
    case 'gone':
      return t`No longer in the list of people`;
    case 'no-address':
      return lackWords(channel);
  }
}

export const lackWords = (channel: RunChannel): string =>
  channel === 'letter' ? t`No postal address` : t`No e-mail address`;

/** How many of a run are in such a place, as its button says it. */
export function shownWords(shown: Shown, count: number, channel: RunChannel): string {
  switch (shown) {
    case 'all':
      return t`All ${count}`;
    case 'lacking':
      return channel === 'letter'
        ? plural(count, { one: '# has no postal address', other: '# have no postal address' })
        : plural(count, { one: '# has no e-mail', other: '# have no e-mail' });
    case 'unfilled':
      return plural(count, { one: '# has a gap', other: '# have a gap' });
    case 'refused':
      return plural(count, { one: '# is not written to', other: '# are not written to' });
    case 'enough':
      return plural(count, { one: '# had enough for now', other: '# had enough for now' });
    case 'to-do':
      return t`To do ${count}`;
    case 'opened':
      return t`Opened ${count}`;
    case 'sent':
      return t`Sent ${count}`;
    case 'skipped':
      return t`Skipped ${count}`;
  }
}

/** Who is written to for this purpose as long as they have said nothing. */
export const ruleWords = (purpose: Purpose, { defaults }: Policy): string =>
  defaults[purpose] === 'allowed'
    ? t`Whoever has not said no is written to.`
    : t`Only those are written to whose yes is written down.`;

export function stateWords(state: DraftState): string {
  const words: { readonly [one in DraftState]: string } = {
    'to-do': t`To do`,
    opened: t`Opened`,
    sent: t`Sent`,
    skipped: t`Skipped`,
  };
  return words[state];
}
