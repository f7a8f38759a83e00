// Beside a day: how old somebody is and how soon the day comes again; of one that does not come
// again, how long ago it was.

import { plural, t } from '@lingui/core/macro';
import { useState } from 'react';

import type { JsonValue } from '../../src-shared/domain/record.ts';
import {
  type Anniversary,
  daysAway,
  nextAnniversary,
} from '../../src-shared/values/anniversary.ts';
import { dayOf } from '../ui/day.ts';
import { type Dates, useDates } from '../ui/when.tsx';

/** Nobody has been older. */
const oldest = 130;

type Props = {
  day: JsonValue;
  /** `once`: it says how long ago it was or how soon it is. */
  as: 'birthday' | 'yearly' | 'once';
};

export function WhenAgain({ day, as }: Props) {
  const [today] = useState(() => dayOf(Date.now()));
  const { inDays } = useDates();
  const words = typeof day === 'string' ? wordsOf(day, as, today, inDays) : undefined;
  if (words === undefined) return null;
  return (
    <>
      {' '}
      <span className="value-kind dim">{words}</span>
    </>
  );
}

function wordsOf(
  day: string,
  as: Props['as'],
  today: string,
  inDays: Dates['inDays'],
): string | undefined {
  if (as === 'once') {
    const days = daysAway(day, today);
    return days === undefined ? undefined : inDays(days);
  }
  const next = nextAnniversary(day, today);
  if (next === undefined) return undefined;
  const soon = inDays(next.inDays);
  // Who is not born yet has no age.
  if (next.years === 0 && next.inDays > 0) return soon;
  return as === 'birthday' ? birthdayWords(next, soon) : soon;
}

function birthdayWords(next: Anniversary, soon: string): string {
  if (next.years === undefined) return soon;
  if (next.inDays === 0)
    return plural(next.years, {
      0: 'born today',
      one: '# year old today',
      other: '# years old today',
    });
  const age = next.years - 1;
  // A year that stands for none, such as 1.
  if (age > oldest) return soon;
  const years = plural(age, { one: '# year old', other: '# years old' });
  return t`${years}, birthday ${soon}`;
}
