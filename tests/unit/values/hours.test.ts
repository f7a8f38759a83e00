// Hours as people type them, and as another reader has them.
import { expect, it } from 'vitest';

import { isWithinHours, shownHours, typedHours } from '../../../src-shared/values/hours.ts';

it.each([
  ['Mon-Fri 9-17', 'en', '12345 09:00-17:00'],
  ['9am to 5:30pm', 'en', '1234567 09:00-17:30'],
  ['Mo–Fr 9–12, 14–17 Uhr', 'de', '12345 09:00-12:00; 12345 14:00-17:00'],
  ['Montag und Mittwoch 10.30 bis 12', 'de', '13 10:30-12:00'],
  ['Mo, Mi 10-12; Fr 14-16', 'de', '13 10:00-12:00; 5 14:00-16:00'],
  ['Sat-Mon 10-12', 'en', '167 10:00-12:00'],
  ['الاثنين ٩-١٧', 'ar', '1 09:00-17:00'],
  ['12345 09:00-17:00; 6 09:00-12:00', 'en', '12345 09:00-17:00; 6 09:00-12:00'],
])('understands %s', (typed, language, stored) => {
  expect(typedHours(typed, language)).toBe(stored);
});

it.each(['mornings', 'Mon-Fri', '17-9', '25-26', 'Foo 9-17', '9-17 or so', ''])(
  'does not make anything of “%s”',
  (typed) => {
    expect(typedHours(typed, 'en')).toBeUndefined();
  },
);

it('reads in the words of who reads, and understands that again', () => {
  const stored = '12345 09:00-17:00; 6 09:00-12:00';
  for (const language of ['en', 'en-US', 'de'])
    expect(typedHours(shownHours(stored, language), language)).toBe(stored);
  expect(shownHours('after lunch', 'de')).toBe('after lunch');
});

it('knows whether it is now, where they are', () => {
  // A Monday, 07:30 in London, 08:30 in Berlin.
  const at = Date.UTC(2026, 0, 5, 7, 30);
  expect(isWithinHours('12345 08:00-17:00', 'Europe/Berlin', at)).toBe(true);
  expect(isWithinHours('12345 08:00-17:00', 'Europe/London', at)).toBe(false);
  expect(isWithinHours('67 08:00-17:00', 'Europe/Berlin', at)).toBe(false);
  expect(isWithinHours('after lunch', 'Europe/Berlin', at)).toBeUndefined();
});
