// What somebody types into the search box: half a name and a word that many share.

import type { BenchBook } from './book.ts';

const halves = ['zoe', 'mul', 'cas', 'ben', 'lop', 'nak', 'web', 'dvo', 'ros', 'fis'];
const words = ['fair', 'berlin', 'customers', 'high', 'example', 'street'];

export const searches = halves.flatMap((half) => words.map((word) => `${half} ${word}`));

/** Milliseconds until the ids are there. */
export function timeSearch(book: BenchBook, text: string, limit: number): number {
  const open = book.keeper.book();
  if (!open.ok) throw new Error(open.error.code);
  const began = performance.now();
  open.value.search({ text, collections: ['people'], limit });
  return performance.now() - began;
}
