// Everything the team shares, or what is new since the last such file, in one sealed
// file for a USB stick or an e-mail. It is read by the same path as what comes over a
// link. Only this team's laptops can open it.

import { z } from 'zod';

import { fail, ok, type Result } from '../../../../src-shared/domain/result.ts';
import { parseJson } from '../../../../src-shared/values/parse-json.ts';
import type { CommandContext } from '../../../../src-shared/records/context.ts';
import type { RecordStore } from '../../../../src-shared/store/record-store.ts';
import { readPlace, storeDelivery } from '../../../../src-shared/sync/delivery.ts';
import { sharedCollections } from '../../../../src-shared/sync/item.ts';
import { splitPlace } from '../../../../src-shared/sync/cursors.ts';
import { type Cursor, cursorSchema, parseItems } from '../../../../src-shared/sync/messages.ts';
import { readOutgoing } from '../../../../src-shared/sync/outgoing.ts';
import { isUnsigned, openChunk, type Sealed, sealTexts, splitSealed } from './seal.ts';
import { nodeCrypto as crypto } from '../identity/node-crypto.ts';
import type { TeamFile } from '../identity/team-file.ts';
import type { TeamState } from '../identity/team-state.ts';

const headerSchema = z.object({
  v: z.literal(1),
  team: z.string(),
  /** Id of the epoch whose key seals it. */
  epoch: z.string(),
  device: z.string(),
  /** The device's store, and which of its writes are inside. */
  store: z.string(),
  from: cursorSchema,
  /** Of `from`: collections that version 1 did not know and would stumble over. */
  later: cursorSchema.optional(),
  at: z.number(),
});
const chunkSchema = z.object({
  items: z.array(z.unknown()),
  upTo: cursorSchema,
  later: cursorSchema.optional(),
});

/** Whose records they are: the team's keys, and what the last file carried. */
export type BundleTeam = { state: TeamState; file: TeamFile };
export type MadeBundle = { name: string; chunks: AsyncIterable<Uint8Array>; rows: () => number };

/** `isNews`: only what was written since the last file was made here. */
export function makeBundle(
  team: BundleTeam,
  device: string,
  store: RecordStore,
  isNews: boolean,
): Result<MadeBundle> {
  const membership = team.state.membership();
  const key = team.state.keyNow();
  const { storeEpoch, bundledUpTo } = team.file.read();
  if (membership === undefined || key === undefined || storeEpoch === '') return fail('no-team');
  const from = isNews ? cursorSchema.parse(bundledUpTo) : {};
  const at = Date.now();
  const { at: fromFirst, later } = splitPlace(from);
  const whose = { team: membership.team, epoch: key.id, device, store: storeEpoch };
  const header = { v: 1, ...whose, from: fromFirst, later, at };
  let rows = 0;
  async function* texts(): AsyncGenerator<{ text: string; isLast: boolean }> {
    let begin: Cursor = from;
    for (let left = 1; left > 0;) {
      const out = await readOutgoing(store, begin, new Map());
      begin = out.at;
      left = out.left;
      rows += out.items.length;
      const text = JSON.stringify({ items: out.items, ...endOf(out.at) });
      yield { text, isLast: left === 0 };
    }
    team.file.write({ bundledUpTo: begin });
  }
  const { secretKey } = team.state.ownSign();
  const sign = (text: string): string => crypto.sign(secretKey, text);
  const sealed = sealTexts(JSON.stringify(header), bundleKey(key.key), texts(), sign);
  const day = new Date(at).toISOString().slice(0, 10);
  const name = `${membership.name.replace(/[^\p{L}\p{N} -]/gu, '').slice(0, 40)} ${day}.rapport`;
  return ok({ name, chunks: sealed, rows: () => rows });
}

export type ReadBundle = { received: number; written: number; refused: number };

/** Nothing is stored of a file that does not open to its end. */
export async function readBundle(
  team: BundleTeam,
  bytes: Buffer,
  store: RecordStore,
  context: CommandContext,
): Promise<Result<ReadBundle>> {
  if (isUnsigned(bytes)) return fail('bundle-unsigned');
  const sealed = splitSealed(bytes);
  const header = sealed === undefined ? undefined : parseHeader(sealed.header);
  if (sealed === undefined || header === undefined) return fail('not-a-bundle');
  const key = team.state.keys().find(({ id }) => id === header.epoch)?.key;
  if (team.state.membership()?.team !== header.team || key === undefined) return fail('other-team');
  if (!isByMember(sealed, header.device, team.state)) return fail('bundle-not-ours');
  const chunks = sealed.chunks.map((_, at) => openChunk(sealed, at, bundleKey(key)));
  const texts = chunks.filter((text) => text !== undefined);
  if (texts.length === 0 || texts.length < chunks.length) return fail('not-a-bundle');

  const total: ReadBundle = { received: 0, written: 0, refused: 0 };
  for (const text of texts) {
    const parsed = chunkSchema.safeParse(parseJson(text));
    if (!parsed.success) return fail('not-a-bundle');
    const { known, unreadable } = parseItems(parsed.data.items);
    const { upTo, later } = parsed.data;
    const place = await placeAfter(store, header, { ...upTo, ...later });
    const where = place === undefined ? {} : { place };
    const delivery = { device: header.device, items: known, unreadable, ...where };
    const stored = await storeDelivery(store, delivery, context);
    if (!stored.ok) return stored;
    total.received += known.length;
    total.written += stored.value.written;
    total.refused += stored.value.refused;
  }
  return ok(total);
}

/** Whoever was removed has the key of its time still, and knows its teammates' names. */
function isByMember(
  { signature, signed }: Sealed,
  device: string,
  { membership }: TeamState,
): boolean {
  const member = membership()?.members.get(device);
  return member?.state === 'here' && crypto.verify(member.signKey, signed, signature);
}

/** The next link need not send again what came by file, where nothing is missing before it. */
async function placeAfter(
  store: RecordStore,
  header: z.infer<typeof headerSchema>,
  upTo: Cursor,
): Promise<{ epoch: string; at: Cursor } | undefined> {
  const here = await readPlace(store, header.device);
  const known: Cursor = here?.epoch === header.store ? here.at : {};
  const from: Cursor = { ...header.from, ...header.later };
  const isJoined = sharedCollections.every((c) => (known[c] ?? 0) >= (from[c] ?? 0));
  if (!isJoined) return undefined;
  const at: Cursor = {};
  for (const c of sharedCollections) at[c] = Math.max(known[c] ?? 0, upTo[c] ?? 0);
  return { epoch: header.store, at };
}

const endOf = (upTo: Cursor): { upTo: Cursor; later: Cursor } => {
  const { at, later } = splitPlace(upTo);
  return { upTo: at, later };
};

const bundleKey = (key: string): Buffer => Buffer.from(crypto.derive(key, 'bundle'), 'base64url');

function parseHeader(text: string): z.infer<typeof headerSchema> | undefined {
  const parsed = headerSchema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : undefined;
}
