// What somebody types into the search box: half a name and a word that many share.

import type { Book } from '../../../src-main/host/book/book.ts';
import type { BenchBook } from './book.ts';

const halves = ['zoe', 'mul', 'cas', 'ben', 'lop', 'nak', 'web', 'dvo', 'ros', 'fis'];
const words = ['fair', 'berlin', 'customers', 'high', 'example', 'street'];

export const searches = halves.flatMap((half) => words.map((word) => `${half} ${word}`));

/** Milliseconds until there are hits, each with where the words stand. */
export const timeSearch = (book: BenchBook, text: string, limit: number): number =>
  timeIn(book, (open) => open.search({ text, collections: ['people'], limit }));

/** Milliseconds until the ids are there. */
export const timeIds = (book: BenchBook, text: string, limit: number): number =>
  timeIn(book, (open) => open.findIds('people', text, limit));

function timeIn({ keeper }: BenchBook, work: (book: Book) => unknown): number {
  const open = keeper.book();
  if (!open.ok) throw new Error(open.error.code);
  const began = performance.now();
  work(open.value);
  return performance.now() - began;
}
