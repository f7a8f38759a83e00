// Beside a day: how old somebody is, or how many years it was, and how soon it comes again.

import { plural, t } from '@lingui/core/macro';
import { useState } from 'react';

import type { JsonValue } from '../../src-shared/domain/record.ts';
import { type Anniversary, nextAnniversary } from '../../src-shared/values/anniversary.ts';
import { dayOf } from '../ui/day.ts';
import { useDates } from '../ui/when.tsx';

export function WhenAgain({ day, isBirthday }: { day: JsonValue; isBirthday: boolean }) {
  const [today] = useState(() => dayOf(Date.now()));
  const next = typeof day === 'string' ? nextAnniversary(day, today) : undefined;
  const { inDays } = useDates();
  if (next === undefined) return null;
  const soon = inDays(next.inDays);
  return (
    <>
      {' '}
      <span className="value-kind dim">{isBirthday ? birthdayWords(next, soon) : soon}</span>
    </>
  );
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
  const years = plural(age, { one: '# year old', other: '# years old' });
  return t`${years}, birthday ${soon}`;
}
