// What is entered for a bulk edit: a value, or entries of a set; none while it is not understood.

import type { JsonValue } from '../../../src-shared/domain/record.ts';

export type Entered = readonly { value: JsonValue; more?: { [part: string]: string } }[];
