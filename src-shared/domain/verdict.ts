// What somebody decided about two records that look like one: that they are two. Kept, so
// that nobody is asked again, on any laptop of the team.

import { link } from '../fields/link.ts';
import { choice } from '../fields/choice.ts';
import { defineKind } from './kind.ts';
import type { NewRecord, RecordId } from './record.ts';

const side = () => link({ to: ['people', 'groups'], owner: true });

export const verdict = defineKind('verdict', {
  collection: 'setup',
  privacy: 'as-linked',
  onErase: 'with-owner',
  isFound: false,
  fields: {
    one: side(),
    other: side(),
    says: choice(['distinct']),
  },
  sets: {},
});

const longestId = 64;

/** The same on every laptop: both ids, the smaller first. */
export function verdictId(a: string, b: string): string {
  const [one, other] = a < b ? [a, b] : [b, a];
  return `${one}${other}`.replaceAll('-', '').slice(0, longestId);
}

export function distinct(a: string, b: string): NewRecord {
  const [one, other] = a < b ? [a, b] : [b, a];
  return {
    id: verdictId(a, b) as RecordId,
    kind: verdict.kind,
    fields: { one, other, says: 'distinct' },
  };
}
