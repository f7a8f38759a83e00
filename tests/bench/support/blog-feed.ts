// A blog's feed of any length, as WordPress writes it, in words that are as common and as
// rare as those of a language: the same words on every machine.

import { wordpress } from '../../support/feeds/corpus-blogs.ts';
import { siteOf } from '../../support/feeds/corpus-words.ts';
import { seededRandom } from '../../support/seeded.ts';

export type BlogOptions = {
  posts: number;
  /** In each post; one has 30 words. */
  paragraphs: number;
  /** Makes it another author's. */
  turn: number;
  /** ms since 1970; the others follow `gap` ms apart. */
  newest: number;
  gap: number;
};

const syllables = 'ba ce di fo gu ka le mi no pu ra se ti vo zu lan mer tis kon ver'.split(' ');
const vocabulary = 20_000;

/** The word that stands at `rank` (0 is the commonest) in the language. */
export function wordAt(rank: number): string {
  let [word, rest] = ['', rank];
  do {
    word += syllables[rest % syllables.length] ?? '';
    rest = Math.floor(rest / syllables.length);
  } while (rest > 0);
  return word.length < 3 ? `${word}n` : word;
}

export function blogFeed(host: string, options: BlogOptions): { text: string; type: string } {
  const { posts, paragraphs, turn, newest, gap } = options;
  const random = seededRandom(turn + 1);
  // Zipf: the chance of a word goes down with its rank.
  const some = (count: number): string =>
    Array.from({ length: count }, () => wordAt(Math.floor(vocabulary ** random()) - 1)).join(' ');
  const site = siteOf('en', posts, host, turn);
  const written = site.posts.map((post, at) => ({
    ...post,
    title: some(6),
    at: newest - at * gap,
    paragraphs: Array.from({ length: paragraphs }, () => `${some(16)}, “${some(14)}” & so on.`),
  }));
  const { text, contentType } = wordpress({ ...site, posts: written });
  return { text, type: contentType };
}
