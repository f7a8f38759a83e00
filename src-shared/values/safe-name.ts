// Names that a stranger gave, as they are shown: what cannot be seen could make one name
// look like another, or turn the words around it (Unicode TR 36).

const unseen = /[\p{Cc}\p{Cf}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu;

/** In one line, without what cannot be seen; `?` where nothing is left. */
export function safeName(text: string): string {
  const seen = text.replace(/\s+/gu, ' ').replace(unseen, '').trim();
  return seen === '' ? '?' : seen;
}
