// How often one wants to be in touch, as a person, a role or a group says it. Declared once
// for all of them.

import { day } from '../fields/day.ts';
import { every } from '../fields/every.ts';
import { member, text } from '../fields/text.ts';

export const rhythmFields = {
  /** Every how many days, weeks or months. */
  rhythm: every({ place: 'elsewhere' }),
  /** Whose it is to be in touch; empty: anybody's of the team. */
  rhythmWho: member({ place: 'elsewhere' }),
  rhythmPausedUntil: day({ place: 'elsewhere' }),
  rhythmReason: text({ place: 'elsewhere' }),
} as const;
