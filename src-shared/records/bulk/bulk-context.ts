// What is said of one record by a bulk edit, and what has to be known for it.

import type { Kind } from '../../domain/kind.ts';
import type { JsonValue } from '../../domain/record.ts';
import type { Reader } from '../../fields/field.ts';
import type { ItemParser } from '../../values/parse-item.ts';
import type { Pattern } from '../../values/pattern/match.ts';
import type { Change } from '../command.ts';
import type { BulkEdit } from '../intents/bulk-edit.ts';

/** Why nothing can be done for somebody; words stand under `bulk.why.`. */
export const reasons = [
  /** Erased, in the trash or merged into somebody else. */
  'gone',
  'empty',
  'does-not-fit',
  'not-understood',
  'part-of-a-day',
  'names-private',
  'too-long',
  'too-many',
  'refused',
] as const;
export type Why = (typeof reasons)[number];

export type Outcome =
  | { is: 'change'; changes: Change[]; before: JsonValue; after: JsonValue }
  | { is: 'same' }
  | { is: 'cannot'; why: Why };

/** What a bulk edit can be of: the records of one list. `kind`: whose fields these have. */
export type BulkOf = { collection: (typeof bulkCollections)[number]; kind: string };
export const bulkCollections = ['people', 'groups', 'moments'] as const;

/** What is known beyond the record. */
export type BulkContext = {
  edit: BulkEdit;
  of: BulkOf;
  /** With the team's own fields. */
  kind: Kind;
  /** Of whoever asked. */
  reader: Reader;
  parse: ItemParser;
  /** Of an edit that finds. */
  pattern: Pattern | undefined;
  /** Whether a record that values lead to is only on this laptop. */
  isPrivate: (id: string) => boolean;
  /** Of an edit that gives a role: whether they have one there. */
  hasRole: (person: string) => boolean;
};

export const same: Outcome = { is: 'same' };
export const cannot = (why: Why): Outcome => ({ is: 'cannot', why });
