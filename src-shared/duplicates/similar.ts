// How alike two words are: Jaro's similarity with Winkler's bonus for the same beginning
// (Winkler 1990), from 0 to 1.

const mostBonus = 4;
const bonus = 0.1;

export function similarity(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const jaro = jaroOf(a, b);
  let same = 0;
  while (same < mostBonus && same < a.length && a[same] === b[same]) same += 1;
  return jaro + same * bonus * (1 - jaro);
}

function jaroOf(a: string, b: string): number {
  const reach = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  const isTaken = new Uint8Array(b.length);
  const found: string[] = [];
  for (let at = 0; at < a.length; at++) {
    const to = Math.min(b.length, at + reach + 1);
    for (let other = Math.max(0, at - reach); other < to; other++) {
      if (isTaken[other] === 1 || a[at] !== b[other]) continue;
      isTaken[other] = 1;
      found.push(a[at] ?? '');
      break;
    }
  }
  const matches = found.length;
  if (matches === 0) return 0;
  let moved = 0;
  let next = 0;
  for (let other = 0; other < b.length; other++)
    if (isTaken[other] === 1 && found[next++] !== b[other]) moved += 1;
  return (matches / a.length + matches / b.length + (matches - moved / 2) / matches) / 3;
}

/** Ways of writing one sound of another script with Latin letters, as one of them. */
export function asRomanised(word: string): string {
  const known = romanised.get(word);
  if (known !== undefined) return known;
  if (romanised.size > mostKept) romanised.clear();
  const made = romanise(word);
  romanised.set(word, made);
  return made;
}

/** The same names come again and again. */
const romanised = new Map<string, string>();
const mostKept = 50_000;

const romanise = (word: string): string =>
  word
    .replace(/t[sz]|cz/g, 'c')
    .replace(/sch|sh/g, 's')
    .replace(/kh/g, 'h')
    .replace(/zh/g, 'z')
    .replace(/ph/g, 'f')
    .replace(/ou/g, 'u')
    .replace(/w/g, 'v')
    .replace(/j/g, 'y')
    .replace(/[iy]+/g, 'i')
    .replace(/(.)\1/g, '$1');

/** One letter more, less or other, or two changed round, in words of three letters and more. */
export function isOneSlip(a: string, b: string): boolean {
  if (a.length > b.length) return isOneSlip(b, a);
  if (a.length < 3 || b.length - a.length > 1 || a === b) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  const [x, y] = [a[at], a[at + 1]];
  return x === b[at + 1] && y === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
