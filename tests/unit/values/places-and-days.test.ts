// What is said beside a value: where an address lies, what time it is there, when a day comes again.

import { expect, test } from 'vitest';

import { daysAway, nextAnniversary } from '../../../src-shared/values/anniversary.ts';
import { zoneOfCountry } from '../../../src-shared/values/local-time.ts';
import { isMapLink, mapLink } from '../../../src-shared/values/map-link.ts';

test.each([
  ['1975-05-17', '2026-05-10', { inDays: 7, years: 51 }],
  ['1975-05-17', '2026-05-17', { inDays: 0, years: 51 }],
  ['1975-05-17', '2026-05-18', { inDays: 364, years: 52 }],
  ['--12-31', '2026-12-30', { inDays: 1, years: undefined }],
  ['--01-01', '2026-12-31', { inDays: 1, years: undefined }],
  // 29 February is the 28th in other years.
  ['2000-02-29', '2026-02-27', { inDays: 1, years: 26 }],
  ['2000-02-29', '2028-02-27', { inDays: 2, years: 28 }],
  ['2000-02-29', '2027-03-01', { inDays: 365, years: 28 }],
])('%s, seen on %s', (day, today, next) => {
  expect(nextAnniversary(day, today)).toEqual(next);
});

test.each(['1985', '2019-10', 'some day', '2030-01-01'])('%s does not come again', (day) => {
  expect(nextAnniversary(day, '2026-05-10')).toBeUndefined();
});

test.each([
  ['2026-05-09', -1],
  ['2026-05-12', 2],
  ['2025-05-10', -365],
  ['--05-12', 2],
  ['1985', undefined],
  ['some day', undefined],
])('%s is not a day of the year: so far away', (day, days) => {
  expect(daysAway(day, '2026-05-10')).toBe(days);
});

const now = Date.UTC(2026, 0, 15, 12);

test('a country with one time has a zone, one with several has none', () => {
  expect(zoneOfCountry('NG', now)).toBe('Africa/Lagos');
  // Two zones, one time.
  expect(zoneOfCountry('DE', now)).toBeDefined();
  expect(zoneOfCountry('US', now)).toBeUndefined();
});

test('an address leads to the map that was chosen, and nowhere else', () => {
  const address = 'Marina 5, Lagos & “Island”';
  const own = mapLink(address, '');
  expect(own.startsWith('geo:0,0?q=Marina%205%2C%20Lagos%20%26')).toBe(true);
  expect(isMapLink(own)).toBe(true);
  expect(mapLink(address, 'https://maps.example.org/?q={address}&z=1')).toBe(
    `https://maps.example.org/?q=${encodeURIComponent(address)}&z=1`,
  );
  expect(mapLink('a', 'https://maps.example.org/search/')).toBe(
    'https://maps.example.org/search/a',
  );
  for (const bad of ['javascript:alert(1)//', 'file:///etc/', 'map'])
    expect(mapLink(address, bad)).toBe(own);
  for (const link of ['geo:0,0?q=a&b=c', 'geo:0,0?q=', 'geo:1,2', 'geo:0,0?q=a b'])
    expect(isMapLink(link)).toBe(false);
});
