// Why a typed value was kept as it was written.

import type { ValueProblem } from '../../src-shared/values/parsed-value.ts';

export function problemWords(problem: ValueProblem): string {
  switch (problem) {
    case 'date-not-understood':
      return 'This is not a date that can be read. It is kept as you wrote it. Try 1985-04-12.';
    case 'phone-not-understood':
      return 'This is not a phone number that can be dialled. It is kept as you wrote it.';
    case 'email-not-understood':
      return 'This is not an e-mail address. It is kept as you wrote it.';
  }
}
