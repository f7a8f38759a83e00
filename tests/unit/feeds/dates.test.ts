// When something was posted, as feeds write it.
import { expect, it } from 'vitest';

import { feedDate } from '../../../src-shared/feeds/feed-date.ts';

const at = (text: string): string | undefined => {
  const date = feedDate(text);
  return date === undefined ? undefined : new Date(date).toISOString();
};

it.each([
  ['Sat, 18 Mar 2023 20:21:00 America/Los_Angeles', '2023-03-19T03:21:00.000Z'],
  ['Sat, 18 Feb 2023 20:21:00 America/Los_Angeles', '2023-02-19T04:21:00.000Z'],
  // The night in which the clock is put on.
  ['Sun, 26 Mar 2023 01:30:00 Europe/Berlin', '2023-03-26T00:30:00.000Z'],
  ['Sun, 26 Mar 2023 03:30:00 Europe/Berlin', '2023-03-26T01:30:00.000Z'],
  ['Sun, 05 Sep 2021 15:00:00 GMT+7', '2021-09-05T08:00:00.000Z'],
  ['Sun, 05 Sep 2021 15:00:00 UTC-03', '2021-09-05T18:00:00.000Z'],
  ['Sun, 05 Sep 2021 15:00:00 Nowhere/At_All', '2021-09-05T15:00:00.000Z'],
  ['Sun, 05 Sep 2021 3:00:00 pm GMT', '2021-09-05T15:00:00.000Z'],
])('%s is %s', (text, date) => {
  expect(at(text)).toBe(date);
});
