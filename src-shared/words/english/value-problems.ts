// Why a typed value was kept as it was written.

import type { ValueProblem } from '../../values/parsed-value.ts';

export const valueProblems = {
  'value.date-not-understood':
    'This is not a date that can be read. It is kept as you wrote it. Try 1985-04-12.',
  'value.phone-not-understood':
    'This is not a phone number that can be dialled. It is kept as you wrote it.',
  'value.email-not-understood': 'This is not an e-mail address. It is kept as you wrote it.',
} as const satisfies { [id in `value.${ValueProblem}`]: string };
