// What came of looking at feeds: how many new posts, from how many people, and whose page
// gave nothing, with what to do.

import { plural, t } from '@lingui/core/macro';

import type { FeedLogEntry } from '../../../src-shared/bridge/feed-types.ts';
import { isGood } from '../../../src-shared/feeds/state.ts';
import { say } from '../../../src-shared/words/say.ts';

const mostNamed = 3;

export type NameOf = (id: string) => Promise<string>;

export async function lookedWords(
  entries: readonly FeedLogEntry[],
  nameOf: NameOf,
): Promise<string> {
  return [newsWords(entries), ...(await troubleWords(entries, nameOf))].join(' ');
}

function newsWords(entries: readonly FeedLogEntry[]): string {
  const count = entries.reduce((sum, { added }) => sum + added, 0);
  if (count === 0) return t`Nothing new.`;
  const owners = new Set(entries.flatMap((entry) => (entry.added > 0 ? entry.owners : [])));
  return t`${plural(count, { one: '# new post', other: '# new posts' })} from ${plural(
    owners.size,
    { one: '# person', other: '# people' },
  )}.`;
}

async function troubleWords(entries: readonly FeedLogEntry[], nameOf: NameOf): Promise<string[]> {
  const failed = entries.filter(({ outcome }) => !isGood(outcome));
  const words = failed.slice(0, mostNamed).map(async ({ owners, outcome, detail = '' }) => {
    const name = await nameOf(owners[0] ?? '');
    const why =
      outcome === 'gone' || outcome === 'ok' || outcome === 'unchanged'
        ? t`Its owner has ended this feed.`
        : say(`feed-trouble.${outcome}`, { detail });
    return t`The page of ${name} gave nothing. ${why}`;
  });
  const rest = failed.length - mostNamed;
  const more = plural(rest, { one: '# more gave nothing.', other: '# more gave nothing.' });
  return [...(await Promise.all(words)), ...(rest > 0 ? [more] : [])];
}
