// What a header almost says: with one slip (Nachnahme, Telephon) or cut short (mail-adr, Nachn.).
// Asked last, since a guess by sound takes Stage for State where it is asked of short words.

import { foldText } from '../../../domain/fold.ts';
import { isOneSlip } from '../../../duplicates/similar.ts';
import { aliases } from './guess.ts';

/** Shorter words are one slip away from too many others. */
const leastSlipped = 6;
/** Of a word that was cut short. */
const leastAlone = 4;
const leastOfSeveral = 3;

type Known = { target: string; words: readonly string[]; whole: string };

const known: readonly Known[] = aliases.flatMap(([target, headers]) =>
  headers.split('|').map((header): Known => {
    const words = wordsOf(header);
    return { target, words, whole: words.join('') };
  }),
);

/** Undefined where it is nothing that is known, or may be two things. */
export function almostKnown(header: string): string | undefined {
  const words = wordsOf(header);
  const whole = words.join('');
  if (whole === '') return undefined;
  const cut = known.filter((one) => isCutShort(words, one.words));
  const inWhole = ({ words: full }: Known): number =>
    words.filter((word, at) => word === full[at]).length;
  // "Mail adr" is rather a mail address than a mailing address.
  const most = Math.max(...cut.map(inWhole));
  return (
    onlyTarget(known.filter(({ whole: other }) => isSlipped(whole, other))) ??
    onlyTarget(cut.filter((one) => inWhole(one) === most))
  );
}

function onlyTarget(found: readonly Known[]): string | undefined {
  const targets = new Set(found.map(({ target }) => target));
  return targets.size === 1 ? [...targets][0] : undefined;
}

const isSlipped = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= leastSlipped && a[0] === b[0] && isOneSlip(a, b);

function isCutShort(words: readonly string[], full: readonly string[]): boolean {
  const least = words.length === 1 ? leastAlone : leastOfSeveral;
  return (
    words.length === full.length &&
    words.every((word, at) => {
      const other = full[at] ?? '';
      return word === other || (word.length >= least && isBeginning(word, other));
    })
  );
}

/** Of a word in whichever spelling: adr stands for adresse and address. */
const isBeginning = (word: string, full: string): boolean =>
  full.startsWith(word) || (word === 'adr' && full === 'address');

function wordsOf(header: string): string[] {
  return foldText(header)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
