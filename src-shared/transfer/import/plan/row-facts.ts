// Everything that a row says, and everything that is known here of whom it may be, in one shape:
// for people who look at both side by side.

import { kinds } from '../../../domain/kinds.ts';
import type { JsonValue, RecordDoc } from '../../../domain/record.ts';
import type { RecordStore } from '../../../store/record-store.ts';
import type { RowFact, RowFacts } from '../../import-types.ts';
import type { Incoming } from '../entry/incoming.ts';

type Said = Pick<RecordDoc, 'fields' | 'note'> & {
  sets: { [set: string]: readonly { value: string; label?: string | undefined }[] };
};

const longest = 2_000;
/** What nobody reads: ids of other programs, pictures. */
const unread = new Set(['ids', 'photo', 'buckets']);

export const factsOfRow = (incoming: Incoming): RowFacts => ({
  facts: [
    ...factsOf(incoming),
    ...listed(
      'roles',
      incoming.roles.map(({ title, organisation }) => roleWords(title, organisation)),
    ),
    ...listed(
      'buckets',
      incoming.buckets.map(({ name }) => name),
    ),
  ],
});

/** Undefined where nobody of that id is here. */
export async function factsOfRecord(
  store: Pick<RecordStore, 'get' | 'byKeys'>,
  collection: 'people' | 'groups',
  id: string,
): Promise<RowFacts | undefined> {
  const doc = (await store.get(collection, [id])).get(id);
  if (doc?.status !== 'live') return undefined;
  const tieIds = (await store.byKeys('ties', [id])).get(id) ?? [];
  const ties = [...(await store.get('ties', tieIds)).values()].filter(
    ({ status, fields }) => status === 'live' && fields['type'] === 'role' && fields['from'] === id,
  );
  const buckets = (doc.sets['buckets'] ?? []).map(({ value }) => value);
  const named = await store.get('groups', [
    ...ties.map(({ fields }) => plain(fields['to'])),
    ...buckets,
  ]);
  const nameOf = (group: string): string => named.get(group)?.name ?? '';
  return {
    facts: [
      ...factsOf(doc),
      ...listed(
        'roles',
        ties.map(({ fields }) => roleWords(plain(fields['title']), nameOf(plain(fields['to'])))),
      ),
      ...listed('buckets', buckets.map(nameOf)),
    ],
  };
}

function factsOf({ fields, sets, note }: Said): RowFact[] {
  const known = Object.keys(kinds.get('person')?.fields ?? {});
  const order = (field: string): number => (known.indexOf(field) + known.length) % known.length;
  const facts = [
    ...Object.entries(fields).flatMap(([field, value]) => listed(field, [plain(value)])),
    ...Object.entries(sets).map(([field, items]) => ({
      field,
      values: items.map(({ value, label }) => ({
        value: value.slice(0, longest),
        ...(label === undefined ? {} : { label }),
      })),
    })),
  ]
    .filter(({ field, values }) => !unread.has(field) && values.length > 0)
    .sort((a, b) => order(a.field) - order(b.field));
  return [...facts, ...listed('note', [note.slice(0, longest)])];
}

const listed = (field: string, texts: readonly string[]): RowFact[] => {
  const values = texts.filter((text) => text.trim() !== '').map((value) => ({ value }));
  return values.length === 0 ? [] : [{ field, values }];
};

const plain = (value: JsonValue | undefined): string =>
  value === undefined || value === null
    ? ''
    : (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, longest);

const roleWords = (title: string | undefined, organisation: string): string =>
  [title, organisation].filter((part) => part !== undefined && part !== '').join(', ');
