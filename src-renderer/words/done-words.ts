// What was done, by the label that the undo log keeps of it.

import { say, sayIfKnown } from '../../src-shared/words/say.ts';

/** What was done, for the toast after it. `label` is an action's label, which a newer Rapport may have more of. */
export const doneWords = (label: string, count: number): string =>
  sayIfKnown(`done.${label}`, { count }) ?? say('done.other');
