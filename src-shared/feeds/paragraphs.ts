// Words as they come between tags, put together to paragraphs: white space as a browser
// shows it, and nothing of what a stranger can hide in words. Each word is looked at once,
// when its paragraph is complete.

import type { Block, Run } from './feed.ts';
import { safeText, spacedText } from './safe-words.ts';

export type Paragraphs = {
  add: (words: string, kind: Block['kind'], href: Run['href'], look: Run['look']) => void;
  /** The next words begin a new paragraph. */
  end: () => void;
  /** No more words are kept. */
  isFull: () => boolean;
  /** Those that have ended. None is empty. */
  blocks: Block[];
};

/** At most so many paragraphs, and so many characters in all. */
export function createParagraphs(most: number, longest: number): Paragraphs {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let room = longest;
  return {
    blocks,
    isFull: () => room <= 0 || blocks.length >= most,
    add: (words, kind, href, look) => {
      if (open === undefined && kind !== 'pre' && words.trim() === '') return;
      open ??= { kind, runs: [] };
      const last = open.runs.at(-1);
      if (last !== undefined && last.look === look && last.href === href) last.text += words;
      else open.runs.push(runOf(words, href, look));
    },
    end: () => {
      if (open === undefined || blocks.length >= most) return;
      const runs = shown(open, room);
      if (runs.length > 0) blocks.push({ kind: open.kind, runs });
      room -= runs.reduce((sum, { text }) => sum + text.length, 0);
      open = undefined;
    },
  };
}

const runOf = (text: string, href: Run['href'], look: Run['look']): Run => ({
  text,
  ...(href === undefined ? {} : { href }),
  ...(look === undefined ? {} : { look }),
});

/** The runs of a paragraph as they are read, its first `room` characters. */
function shown({ kind, runs }: Block, room: number): Run[] {
  const kept: Run[] = [];
  let left = room;
  for (const run of runs) {
    if (left <= 0) break;
    const before = kept.at(-1)?.text ?? ' ';
    const isPre = kind === 'pre';
    const safe = isPre ? safeText(run.text) : spacedText(run.text);
    const spaced = !isPre && before.endsWith(' ') ? safe.trimStart() : safe;
    // Tags between the marks on a letter do not make them fewer.
    const isAfterMark = /\p{M}$/u.test(before.slice(-2));
    const text = (isAfterMark ? spaced.replace(/^\p{M}+/u, '') : spaced).slice(0, left);
    left -= text.length;
    if (text !== '') kept.push({ ...run, text });
  }
  return trimEnd(kept);
}

/** The last of them ends in no white space, and in no half of a character. */
function trimEnd(runs: Run[]): Run[] {
  for (let last = runs.pop(); last !== undefined; last = runs.pop()) {
    const text = last.text.trimEnd().toWellFormed();
    if (text !== '') return [...runs, { ...last, text }];
  }
  return [];
}
