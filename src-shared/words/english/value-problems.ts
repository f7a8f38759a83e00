// Why a typed value is not taken as it is.

import type { TypedProblem } from '../../values/parsed-value.ts';

export const valueProblems = {
  'value.date-not-understood':
    'Not saved: this is not a date that can be read. Try 12 April 1985, or 12 April without a year.',
  'value.day-not-understood': 'This is not a day that can be read. Try 12 April 1985.',
  'value.time-not-understood':
    'Not saved: this is not a day and time that can be read. Try 12 April 2024, 14:10.',
  'value.phone-not-understood':
    'Not saved: this is not a phone number that can be dialled. Look at its digits again.',
  'value.phone-shortened':
    'Not saved: a spreadsheet has shortened this number, and its last digits are lost. Look it up where it came from.',
  'value.phone-of-elsewhere':
    'Not saved: with {country} as your country, this cannot be dialled. Write it with its own country, such as +49 176 55511000, or choose another country in Settings.',
  'value.email-not-understood':
    'Not saved: this is not an e-mail address. One looks like name@example.com.',
  'value.link-not-understood':
    'Not saved: this is not a web address. One looks like example.com/about.',
} as const satisfies { [id in `value.${TypedProblem}`]: string };
