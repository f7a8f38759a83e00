// Words from a stranger as one line of plain text. What could turn a page's text round,
// hide in it or tower over it is taken out; letters of every script stay.

/** Overrides, embeddings and isolates; a paragraph's own direction is found from its letters. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g;
/** Control characters other than line breaks and tabs, tags, and what has no meaning in text. */
const hidden = /(?![\t\n\r])\p{Cc}|[\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** More marks on one letter than any script writes. */
const towers = /(\p{M}{4})\p{M}+/gu;

/** Letters and signs that none of these take out. Most texts have no others, which is soon seen. */
const usual =
  '!-~\u00a1-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uac00-\ud7a3';
const unusual = new RegExp(`[^${usual} \\t\\n\\r\u00a0]`);
const unusualOrSpace = new RegExp(`[^${usual} ]`);

export const safeText = (text: string): string =>
  unusual.test(text)
    ? text.replace(turns, '').replace(hidden, '').replace(towers, '$1').toWellFormed()
    : text;

/** Safe, and all white space between two words one space. */
export const spacedText = (text: string): string =>
  unusualOrSpace.test(text) || text.includes('  ') ? safeText(text).replace(/\s+/g, ' ') : text;

export const oneLine = (text: string, longest: number): string =>
  spacedText(text).trim().slice(0, longest).toWellFormed();
