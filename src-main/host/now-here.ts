// Today as this machine sees it: for words such as "this week" where no window says whose
// week is meant.

import type { Now } from '../../src-shared/query/date-words.ts';

export const nowHere = (): Now => ({
  now: Date.now(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  weekStart: 1,
});
