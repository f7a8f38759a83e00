// The beginning of a message in a chat that WhatsApp wrote down. The file follows the phone it
// comes from: its language, its order of the day, twelve hours or twenty-four, its digits.

import { withPlainDigits } from '../../values/digits.ts';

export type Begun = {
  /** As they stand in the file: which of them is the day is found from all of them. */
  numbers: [number, number, number];
  /** “03/04/2026”, but “03.04.2026”. */
  sign: string;
  minutes: number;
  seconds: number;
  rest: string;
  /** What stands behind the name begins with a mark that nobody types. */
  isMarked: boolean;
};

const day = String.raw`(\d{1,4})([./-]) ?(\d{1,2})[./-] ?(\d{1,4})\.?`;
const words = String.raw`((?:\p{L}[\p{L}.]{0,11} ?){0,2})`;
const time = String.raw`(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?`;
const half = String.raw`( ?\p{L}[\p{L}. ]{0,5})?`;
const when = `${day}[,،]? ${words}${time}${half}`;
const begin = new RegExp(String.raw`^(?:\[${when}\] ?|${when} ?[-–] )`, 'u');

/** Marks of direction, and spaces of other widths in it, count for nothing. */
const marks = /[\u200e\u200f\u202a-\u202e\ufeff]/g;
const spaces = /[\u00a0\u202f\u2009]/g;
/** A message begins within so many letters. */
const longestHead = 80;

export function beginOf(line: string): Begun | undefined {
  const clean = line.replace(marks, '');
  if (!/^[[\p{Nd}]/u.test(clean)) return undefined;
  const found = begin.exec(withPlainDigits(clean.slice(0, longestHead).replace(spaces, ' ')));
  if (found === null) return undefined;
  const at = found[1] === undefined ? 10 : 1;
  const part = (of: number): string => found[at + of] ?? '';
  const minutes = minutesOf(Number(part(5)), Number(part(6)), `${part(4)} ${part(8)}`);
  if (minutes === undefined) return undefined;
  return {
    numbers: [Number(part(0)), Number(part(2)), Number(part(3))],
    sign: part(1),
    minutes,
    seconds: Number(part(7)) % 60,
    rest: clean.slice(found[0].length),
    isMarked: line.charAt(line.indexOf(': ') + 2) === '\u200e',
  };
}

const after = /(?:^|[^\p{L}])(?:p|pm|م|ب\.?ظ|午後|下午|晚上|오후|μ\.?μ|ös|du)(?:[^\p{L}]|$)/iu;
const before =
  /(?:^|[^\p{L}])(?:a|am|ص|ق\.?ظ|午前|上午|凌晨|早上|오전|π\.?μ|öö|de)(?:[^\p{L}]|$)/iu;

function minutesOf(hours: number, minutes: number, said: string): number | undefined {
  if (hours > 24 || minutes > 59) return undefined;
  const isAfter = after.test(said) && hours < 12;
  const isMidnight = before.test(said) && hours === 12;
  const counted = isAfter ? hours + 12 : isMidnight ? 0 : hours % 24;
  return counted * 60 + minutes;
}
