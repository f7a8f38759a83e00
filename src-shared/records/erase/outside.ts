// What lies outside the book of those who were erased: attached files, pictures of posts,
// words about feeds. It is listed in the transaction that erases them, so that no crash
// forgets it; the host removes it and strikes the list. What is left is when and how many.

import { fileKey } from '../../domain/attachment.ts';
import type { CollectionName, JsonValue, RecordDoc } from '../../domain/record.ts';
import type { RecordTx } from '../../store/record-store.ts';
import { type CommandContext, stampNow } from '../context.ts';
import { localDoc } from '../local-doc.ts';

/** `files`: hashes of their bytes; `urls`: hashes of addresses; `owners`: ids. */
export type Outside = { files: string[]; urls: string[]; owners: string[] };

/** Finds the erasures that were carried out here, the newest last. */
export const erasureKey = 'kind:erasure';
/** Finds those whose list was not worked off. */
export const openErasureKey = 'erasure:open';

export type ErasureCounts = {
  /** How many records of each collection go; feeds' own bookkeeping is not counted. */
  gone: { [collection in CollectionName]?: number };
  /** Attached files that they name. */
  files: number;
  /** How many stay without naming them. */
  staying: number;
  /** Whether teammates have any of it. */
  isShared: boolean;
};

type About = {
  gone: readonly RecordDoc[];
  /** Whoever owned what was purged besides. */
  owners: readonly string[];
  /** Where this laptop was asked to; else a teammate's was. */
  counts?: ErasureCounts | undefined;
};

export function noteErasure(
  tx: RecordTx,
  context: CommandContext,
  { gone, owners, counts }: About,
): void {
  const stamp = stampNow(context);
  const fields = {
    at: stamp.at,
    ...(counts === undefined ? {} : { counts }),
    outside: { files: filesOf(gone), urls: urlsOf(gone, context), owners: [...owners] },
  };
  const doc = localDoc(`erasure:${context.newId()}`, 'erasure', fields, stamp);
  tx.put('local', [{ ...doc, keys: [erasureKey, openErasureKey] }]);
}

/** The list has been worked off: what a teammate asked for is no longer spoken of. */
export function strikeErasure(tx: RecordTx, doc: RecordDoc): void {
  const { outside: _outside, ...fields } = doc.fields;
  tx.purge('local', [doc.id]);
  if (fields['counts'] !== undefined) tx.put('local', [{ ...doc, keys: [erasureKey], fields }]);
}

export function outsideIn({ fields }: RecordDoc): Outside {
  const { files, urls, owners } = (fields['outside'] ?? {}) as Partial<Outside>;
  return { files: files ?? [], urls: urls ?? [], owners: owners ?? [] };
}

/** What is kept of an erasure that this laptop was asked for. */
export function erasureIn({
  fields,
}: RecordDoc): { at: number; counts: ErasureCounts } | undefined {
  const { at, counts } = fields;
  return typeof at !== 'number' || counts === undefined
    ? undefined
    : { at, counts: counts as unknown as ErasureCounts };
}

export function filesOf(docs: readonly RecordDoc[]): string[] {
  const keys = docs.flatMap((doc) => doc.keys.filter((key) => key.startsWith(filePrefix)));
  return [...new Set(keys)].map((key) => key.slice(filePrefix.length));
}

function urlsOf(docs: readonly RecordDoc[], { hash }: CommandContext): string[] {
  const urls = docs.flatMap((doc) => [
    ...(doc.sets['feeds'] ?? []).map(({ value }) => value),
    ...addressesIn(doc.fields['media']),
    ...addressesIn(doc.fields['earlier']),
    ...[doc.fields['url'], doc.fields['feed']].filter((url) => typeof url === 'string'),
  ]);
  return [...new Set(urls)].map((url) => hash(url));
}

const filePrefix = fileKey('');

/** Of pictures, those of earlier versions of a post too. */
function addressesIn(value: JsonValue | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { url, media } = value;
  return [...(typeof url === 'string' ? [url] : []), ...addressesIn(media)];
}
