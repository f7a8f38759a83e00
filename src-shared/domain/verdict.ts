// What somebody decided about two records that look like one: that they are two. Kept, so
// that nobody is asked again, on any laptop of the team. Taken back it says that it is open.

import { link } from '../fields/link.ts';
import { choice } from '../fields/choice.ts';
import { defineKind } from './kind.ts';
import type { NewRecord, RecordDoc, RecordId } from './record.ts';

export const verdictSays = ['distinct', 'open'] as const;
export type VerdictSays = (typeof verdictSays)[number];

const side = () => link({ to: ['people', 'groups'], owner: true });

export const verdict = defineKind('verdict', {
  collection: 'setup',
  privacy: 'as-linked',
  onErase: 'with-owner',
  isFound: false,
  fields: {
    one: side(),
    other: side(),
    says: choice(verdictSays),
  },
  sets: {},
});

const longestId = 64;

/** The same on every laptop: both ids, the smaller first. */
export function verdictId(a: string, b: string): string {
  const [one, other] = a < b ? [a, b] : [b, a];
  return `${one}${other}`.replaceAll('-', '').slice(0, longestId);
}

export function newVerdict(a: string, b: string, says: VerdictSays): NewRecord {
  const [one, other] = a < b ? [a, b] : [b, a];
  return { id: verdictId(a, b) as RecordId, kind: verdict.kind, fields: { one, other, says } };
}

/** These two are not to be taken for one. */
export const tellsApart = ({ kind, status, fields }: RecordDoc): boolean =>
  kind === verdict.kind && status === 'live' && fields['says'] === 'distinct';
