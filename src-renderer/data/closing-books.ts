// A book that is being replaced is closed a moment before the next one is open. RxDB's
// own `closed` turns true only after the collections are gone, so it is noted here.

import type { BookDatabase } from '../../src-shared/schema/collections.ts';

const closing = new WeakSet<BookDatabase>();

export function watchClosing(book: BookDatabase): void {
  book.onClose.push(() => closing.add(book));
}

/** Ask it nothing: whoever shows it is soon given the next one. */
export const isClosing = (book: BookDatabase): boolean => closing.has(book);
