// Tags, of which a text may list several: separated by commas, semicolons, lines or
// Google's three colons, each perhaps in quotes as Mailchimp writes them.

import { splitList } from './split-list.ts';

/** In the order written, without empty ones. */
export const parseTags = (text: string): string[] =>
  splitList(text, /[;,\n]|:::/)
    .map((tag) => unquoted(tag).trim())
    .filter((tag) => tag !== '');

function unquoted(tag: string): string {
  let [start, end] = [0, tag.length];
  while (tag[start] === '"') start += 1;
  while (end > start && tag[end - 1] === '"') end -= 1;
  return tag.slice(start, end);
}
