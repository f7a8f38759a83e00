// Beside a day: how old somebody is, or how many years it was, and how soon it comes again.

import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import { useState } from 'react';

import type { JsonValue } from '../../src-shared/domain/record.ts';
import { type Anniversary, nextAnniversary } from '../../src-shared/values/anniversary.ts';
import { dayOf } from '../ui/day.ts';

export function WhenAgain({ day, isBirthday }: { day: JsonValue; isBirthday: boolean }) {
  const [today] = useState(() => dayOf(Date.now()));
  const next = typeof day === 'string' ? nextAnniversary(day, today) : undefined;
  if (next === undefined) return null;
  return (
    <>
      {' '}
      <span className="value-kind dim">{isBirthday ? birthdayWords(next) : soonWords(next)}</span>
    </>
  );
}

function birthdayWords(next: Anniversary): string {
  const soon = soonWords(next);
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

/** In days where it is near, else in months. */
function soonWords({ inDays }: Anniversary): string {
  const words = new Intl.RelativeTimeFormat(i18n.locale, { numeric: 'auto' });
  return inDays <= 45
    ? words.format(inDays, 'day')
    : words.format(Math.round(inDays / 30.4), 'month');
}
