// Which number of a day is its month. A file writes all its days in one order, which shows as
// soon as one number is too large for a month; else by the days that follow each other.

import { type DateOrder, dateOrderOf } from '../../values/date.ts';

type Numbers = readonly [number, number, number];

const dayMs = 86_400_000;

export function orderOfDays(
  days: readonly Numbers[],
  sign: string,
  country: string | undefined,
): DateOrder {
  if (days.some(([first]) => first > 31)) return 'ymd';
  const isPossible = (order: DateOrder): boolean =>
    days.every((numbers) => dayNumber(numbers, order) !== undefined);
  const able = (['dmy', 'mdy'] as const).filter(isPossible);
  const [only] = able;
  if (able.length === 1 && only !== undefined) return only;
  const back = (order: DateOrder): number => {
    let count = 0;
    for (let at = 1; at < days.length; at += 1)
      if (dayOrNone(days[at], order) < dayOrNone(days[at - 1], order)) count += 1;
    return count;
  };
  const [dmy, mdy] = [back('dmy'), back('mdy')];
  if (dmy !== mdy) return dmy < mdy ? 'dmy' : 'mdy';
  return sign === '.' ? 'dmy' : dateOrderOf(country);
}

const dayOrNone = (numbers: Numbers | undefined, order: DateOrder): number =>
  numbers === undefined ? 0 : (dayNumber(numbers, order) ?? 0);

/** ms since 1970 as if in UTC; undefined where there is no such day. */
export function dayNumber([a, b, c]: Numbers, order: DateOrder): number | undefined {
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const full = year < 100 ? 2_000 + year : year > 2_400 ? year - 543 : year;
  if (month < 1 || month > 12 || day < 1 || full < 1_990 || full > 2_100) return undefined;
  const at = Date.UTC(full, month - 1, day);
  return new Date(at).getUTCDate() === day ? Math.floor(at / dayMs) * dayMs : undefined;
}
