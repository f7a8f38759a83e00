// What is ticked in a list, and what is done with all of it.

import type { Chosen } from '../../data/chosen-people.ts';
import type { Way } from './bulk-draft.ts';

export type Ticked = {
  chosen: Chosen;
  count: number;
  /** Opens the bulk edit of them, at one of its ways. `field`: at one of its fields. */
  edit: (way: Way, field?: string) => void;
  clear: () => void;
};
