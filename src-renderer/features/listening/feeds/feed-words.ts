// Networks and outcomes in words a shop owner understands, each with what to do.

import { plural, t } from '@lingui/core/macro';

import { mostItems, mostRead } from '../../../../src-shared/feeds/feed.ts';
import { patience } from '../../../../src-shared/feeds/plan.ts';
import type { ClosedNetwork } from '../../../../src-shared/feeds/sources.ts';
import { type FeedState, isGood } from '../../../../src-shared/feeds/state.ts';
import { say } from '../../../../src-shared/words/say.ts';
import { feedNetworkWords } from '../../../words/value-words.ts';
import type { Dates } from '../../../ui/when.tsx';

/** How many items a feed has, and how many of them come; no more than `mostRead` are counted. */
export function countWords(items: number, count: Dates['count']): string {
  if (items <= mostItems) return plural(items, { one: '# item', other: '# items' });
  const newest = count(mostItems);
  if (items < mostRead) {
    const all = count(items);
    return t`${all} items, of which the newest ${newest} come`;
  }
  const least = count(mostRead);
  return t`${least} items or more, of which the newest ${newest} come`;
}

type StateWords = {
  text: string;
  /** False where somebody may want to do something. */
  isWell: boolean;
};

/** One calm line about a feed. */
export function stateWords(
  state: FeedState | undefined,
  now: number,
  dates: Pick<Dates, 'dateTime' | 'date'>,
  /** This device's id: what another one fetched is marked as a teammate's. */
  device = state?.lookedBy,
): StateWords {
  if (state?.outcome === undefined) return { text: t`Not looked at yet`, isWell: true };
  if (isGood(state.outcome)) {
    const when = dates.dateTime(state.fetchedAt ?? state.lookedAt ?? now);
    const text =
      state.lookedBy === device
        ? t`Up to date as of ${when}`
        : t`Up to date as of ${when}, fetched by a teammate’s laptop`;
    return { text, isWell: true };
  }
  if (state.outcome === 'gone') return { text: endedWords(state, dates), isWell: false };
  const trouble = troubleWords(state, now);
  if (state.nextAt === undefined) return { text: trouble, isWell: false };
  const next = dates.dateTime(state.nextAt);
  return { text: t`${trouble} Rapport looks again ${next}.`, isWell: false };
}

function endedWords({ lookedAt }: FeedState, dates: Pick<Dates, 'date'>): string {
  if (lookedAt === undefined) return t`Its owner has ended this feed. What was posted is kept.`;
  const day = dates.date(lookedAt);
  return t`Its owner has ended this feed; the server has said so since ${day}. What was posted is kept.`;
}

function troubleWords({ outcome, detail = '', failingSince }: FeedState, now: number): string {
  const isLong = failingSince !== undefined && now - failingSince > patience;
  if (isLong)
    return t`This has not worked for more than two weeks. Open the page to see whether it has moved, or remove the feed.`;
  if (outcome === undefined || outcome === 'ok' || outcome === 'unchanged' || outcome === 'gone')
    return '';
  return say(`feed-trouble.${outcome}`, { detail });
}

/** Why not more, and what can be done instead. */
export function closedWords(closed: ClosedNetwork): string {
  const network = feedNetworkWords(closed);
  return t`${network} shows posts only to people who are signed in to it, so Rapport cannot fetch them without pretending to be you. You can open the profile, and keep a post by pasting it here.`;
}

/** What listening means, a point each. */
export const explanation = (): string[] => [
  t`This laptop asks the websites themselves for what the people you choose post in public. Nothing goes through a server of ours; there is none.`,
  t`Each website sees this laptop’s internet address, that it uses Rapport, and which feed it asks for, much as if you opened the page in a browser. It does not see who you are, whom else you follow, or who is in your book.`,
  t`Only feeds that you add are fetched, politely and seldom. In a team one laptop fetches each feed for everybody.`,
];
