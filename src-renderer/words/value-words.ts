// Why a typed value was kept as it was written.

import type { ValueProblem } from '../../src-shared/values/parsed-value.ts';
import { say } from '../../src-shared/words/say.ts';

export const problemWords = (problem: ValueProblem): string => say(`value.${problem}`);
