// Histories of a few laptops that find people to be the same, take them apart, trash, restore,
// erase and edit them, and hear of each other when it pleases them. All of it is records in
// memory: nothing waits, so very many can be run.

import type { CollectionName, RecordDoc } from '../../../src-shared/domain/record.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';
import type { Command, CommandOf } from '../../../src-shared/records/command.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';
import type { RecordStore, RecordTx } from '../../../src-shared/store/record-store.ts';
import { storeDelivery } from '../../../src-shared/sync/delivery.ts';
import { recordHash, textHash } from '../../../src-shared/sync/hash.ts';
import { toItem } from '../../../src-shared/sync/item.ts';
import { seededRandom } from '../seeded.ts';

type Shelf = Map<string, RecordDoc>;
/** Which records are merged, and two fields they have. */
type Of = { kind: string; collection: 'people' | 'groups'; name: string; also: string };
const merging: { readonly [kind in 'person' | 'organisation']: Of } = {
  person: { kind: 'person', collection: 'people', name: 'given', also: 'nickname' },
  organisation: { kind: 'organisation', collection: 'groups', name: 'name', also: 'industry' },
};
type Laptop = {
  of: Of;
  people: Shelf;
  /** A role at each organisation, by somebody of whom nobody else hears. */
  ties: Shelf;
  store: RecordStore;
  context: CommandContext;
  merges: string[];
};
type Random = () => number;

/** Rejects, naming the seed, where somebody is lost or two laptops do not agree. */
export async function runMergeHistory(
  seed: number,
  kind: keyof typeof merging = 'person',
  { isChosen = false } = {},
): Promise<void> {
  try {
    // With a randomness of their own: without choices a seed is the history that it always was.
    const choosing = isChosen ? seededRandom(seed * 7 + 3) : undefined;
    await history(seed, merging[kind], choosing);
  } catch (error) {
    throw new Error(`TEST_SEED=${seed}`, { cause: error });
  }
}

async function history(seed: number, of: Of, choosing: Random | undefined): Promise<void> {
  const random = seededRandom(seed);
  const size = 2 + Math.floor(random() * random() * 4);
  const laptops = Array.from({ length: size }, (_, at) => openLaptop(`laptop${at}`, seed, of));
  const ids = makePeople(laptops, 2 + Math.floor(random() * 3), random);
  const told: Told = {
    emails: new Map(ids.map((id) => [id, [`${id}@example.com`]])),
    erased: new Set(),
    left: new Set(),
    choosing,
  };
  const steps = 3 + Math.floor(random() * 6);
  for (let step = 0; step < steps; step++) {
    const at = Math.floor(random() * size);
    const laptop = laptops[at] as Laptop;
    if (random() < 0.3) await tell(laptop, laptops[Math.floor(random() * size)] as Laptop, random);
    else await act(laptop, ids, step, told, random);
  }
  await heal(laptops, random);
  expectAgreement(laptops);
  expectNobodyLost(laptops[0] as Laptop, told);
  expectRoles(laptops[0] as Laptop);
}

/** What was written to whom, and who was asked to be erased. */
type Told = {
  emails: Map<string, string[]>;
  erased: Set<string>;
  /** What somebody chose to leave out. */
  left: Set<string>;
  choosing: Random | undefined;
};

function openLaptop(name: string, seed: number, of: Of): Laptop {
  const shelves = new Map<CollectionName, Shelf>();
  const shelf = (collection: CollectionName): Shelf => {
    const known = shelves.get(collection) ?? new Map<string, RecordDoc>();
    shelves.set(collection, known);
    return known;
  };
  let [ticks, made] = [0, 0];
  const context: CommandContext = {
    now: () => 1_700_000_000_000 + ticks++ * 1_000,
    newId: () => `${name}-${String(made++)}`,
    userName: name,
    device: name,
    yjsClientId: (textHash(`${name}/${seed}`) % 2 ** 31) + 2,
    hash: (text) =>
      `${textHash(text).toString(36)}-${textHash(`${text}.`).toString(36)}-`.padEnd(24, 'x'),
  };
  const tx = txOver(shelf);
  // All of it or nothing, as a transaction is.
  const write: RecordStore['write'] = async (work) => {
    const before = new Map([...shelves].map(([of, docs]) => [of, new Map(docs)]));
    const done = await work(tx);
    if (!done.ok)
      for (const [of, docs] of shelves) {
        docs.clear();
        for (const [id, doc] of before.get(of) ?? []) docs.set(id, doc);
      }
    return done;
  };
  // What commands and deliveries ask of a store, and nothing more.
  const store = { write, inPieces: (work) => work(write) } as RecordStore;
  const [people, ties] = [shelf(of.collection), shelf('ties')];
  return { of, people, ties, store, context, merges: [] };
}

function txOver(shelf: (collection: CollectionName) => Shelf): RecordTx {
  let sequence = 0;
  return {
    isAwaited: () => false,
    forget: () => undefined,
    sequence: () => sequence,
    get: (collection, ids) => {
      const docs = shelf(collection);
      return new Map(
        ids.flatMap((id) => {
          const doc = docs.get(id);
          return doc === undefined ? [] : [[id, doc] as const];
        }),
      );
    },
    byKeys: (collection, keys) => {
      const found = new Map<string, string[]>();
      const docs = shelf(collection);
      if (docs.size === 0) return found;
      const wanted = new Set(keys);
      for (const doc of docs.values())
        for (const key of doc.keys)
          if (wanted.has(key)) found.set(key, [...(found.get(key) ?? []), doc.id]);
      return found;
    },
    put: (collection, docs) => {
      sequence += docs.length;
      for (const doc of docs) shelf(collection).set(doc.id, doc);
    },
    purge: (collection, ids) => {
      for (const id of ids) shelf(collection).delete(id);
    },
  };
}

function makePeople(laptops: readonly Laptop[], count: number, random: Random): string[] {
  const [first] = laptops as [Laptop];
  const ids = Array.from({ length: count }, (_, at) => `p${at}`);
  for (const id of ids) {
    const emails = [{ value: `${id}@example.com` }];
    const note = random() < 0.4 ? `About ${id}` : '';
    const record = {
      id: id as RecordDoc['id'],
      kind: first.of.kind,
      fields: { [first.of.name]: id },
      sets: { emails },
      note,
    };
    const doc = makeRecord(record, first.context);
    for (const { people } of laptops) people.set(id, doc);
    if (first.of.kind === 'person') continue;
    const role = makeRecord(
      {
        id: `t-${id}` as RecordDoc['id'],
        kind: 'tie',
        fields: { type: 'role', from: 'somebody', to: id },
      },
      first.context,
    );
    for (const { ties } of laptops) ties.set(role.id, role);
  }
  return ids;
}

async function act(
  laptop: Laptop,
  ids: readonly string[],
  step: number,
  told: Told,
  random: Random,
): Promise<void> {
  const pick = (): string => ids[Math.floor(random() * ids.length)] ?? '';
  const id = pick();
  const ref = { collection: laptop.of.collection, id };
  const roll = random();
  const run = async (command: Command): Promise<string | undefined> => {
    const done = await runCommand(laptop.store, command, laptop.context);
    return done.ok ? done.value.action : undefined;
  };
  if (roll < 0.4) {
    const merge = { type: 'merge' as const, keep: id, gone: [pick()] };
    const action = await run(chosenBy(laptop, merge, ids, told));
    if (action !== undefined) laptop.merges.push(action);
  } else if (roll < 0.48) await run({ type: 'unmerge', gone: id });
  else if (roll < 0.53) {
    const action = laptop.merges.at(-1);
    if (action !== undefined) await run({ type: 'undo', action });
  } else if (roll < 0.63) await run({ type: 'trash', refs: [ref] });
  else if (roll < 0.7) await run({ type: 'restore', refs: [ref] });
  else if (roll < 0.76) {
    const parts = partsHere(laptop, id);
    await run({ type: 'erase', refs: [ref] });
    for (const part of parts) told.erased.add(part);
  } else if (roll < 0.88) {
    const value = `${step}@example.org`;
    const change = { type: 'set-put' as const, ref, set: 'emails', item: { value } };
    if ((await run({ type: 'edit', changes: [change] })) !== undefined)
      told.emails.get(id)?.push(value);
  } else {
    const change = { type: 'field' as const, ref, field: laptop.of.also, value: `Nick ${step}` };
    await run({ type: 'edit', changes: [change] });
  }
}

/** With choices, sometimes, and sometimes of more than two. */
function chosenBy(
  { people, of }: Laptop,
  merge: CommandOf<'merge'>,
  ids: readonly string[],
  { choosing, left }: Told,
): Command {
  if (choosing === undefined || choosing() < 0.3) return merge;
  const others = ids.filter((id) => ![merge.keep, ...merge.gone].includes(id));
  const gone = choosing() < 0.3 ? [...merge.gone, ...others.slice(0, 1)] : merge.gone;
  const docs = [merge.keep, ...gone].flatMap((id) => people.get(id) ?? []);
  if (docs.some(({ status }) => status !== 'live')) return merge;
  const fields: { [field: string]: string } = {};
  for (const field of [of.name, of.also]) {
    const having = docs.filter((doc) => doc.fields[field] !== undefined);
    const chosen = having[Math.floor(choosing() * having.length)];
    if (chosen !== undefined && choosing() < 0.7) fields[field] = chosen.id;
  }
  const without = docs.flatMap(({ id, sets }) =>
    (sets['emails'] ?? [])
      .filter(() => choosing() < 0.25)
      .map((item) => {
        left.add(item.value);
        return { id: id as string, what: `emails/${item.id}` };
      }),
  );
  const notes = docs
    .filter(({ note }) => note !== '' && choosing() < 0.25)
    .map(({ id }) => ({ id: id as string, what: 'note' }));
  return { ...merge, gone, choices: { fields, without: [...without, ...notes] } };
}

/** Who is one with this person here: what the user sees to be erased. */
function partsHere({ people }: Laptop, id: string): string[] {
  const whole = people.get(id);
  if (whole === undefined || whole.status === 'erased') return [];
  const isPart = (doc: RecordDoc): boolean => {
    const way = wayOf(people, doc.id, (next) => isLiving(next) || isGoneWith(doc, next));
    return (
      toKeeper(people, way).includes(id) && (doc.status === 'merged' || isGoneWith(doc, whole))
    );
  };
  return [...people.values()].filter((doc) => doc.id === id || isPart(doc)).map((doc) => doc.id);
}

const isGoneWith = (one: RecordDoc, other: RecordDoc): boolean =>
  one.status === 'trashed' && one.fields['trashedAt'] === other.fields['trashedAt'];
const isLiving = ({ status }: RecordDoc): boolean => status === 'live' || status === 'merged';

/** From one to the next, until the end or where it comes round again. */
function wayOf(people: Shelf, id: string, goesOn: (next: RecordDoc) => boolean): string[] {
  const way = [id];
  for (let at: string | undefined = id; at !== undefined;) {
    const next = people.get(String(people.get(at)?.fields['mergedInto'] as string));
    at = next !== undefined && goesOn(next) && !way.includes(next.id) ? next.id : undefined;
    if (at !== undefined) way.push(at);
  }
  return way;
}

/** As far as to the one who stands for all of a circle: whoever else is in it is no part of those in front. */
function toKeeper(people: Shelf, way: readonly string[]): readonly string[] {
  const again = people.get(way.at(-1) ?? '')?.fields['mergedInto'];
  const from = typeof again === 'string' ? way.indexOf(again) : -1;
  const keeper = from === -1 ? undefined : way.slice(from).toSorted()[0];
  return keeper === undefined ? way : way.slice(0, way.indexOf(keeper) + 1);
}

/** Everything, or one record. */
async function tell(from: Laptop, to: Laptop, random: Random): Promise<void> {
  const all = [...from.people.values()];
  const one = all[Math.floor(random() * all.length)];
  const some = random() < 0.6 || one === undefined ? all : [one];
  await send(from, to, some);
  if (some === all) await send(from, to, [...from.ties.values()]);
}

/** Answers with how many records changed. */
async function send(from: Laptop, to: Laptop, docs: readonly RecordDoc[]): Promise<number> {
  if (from === to) return 0;
  const items = docs.flatMap((doc) => {
    const mine = to.people.get(doc.id) ?? to.ties.get(doc.id);
    const isSame =
      mine === doc ||
      (mine !== undefined && mine.state === doc.state && mine.status === doc.status);
    const collection = doc.kind === 'tie' ? 'ties' : to.of.collection;
    return isSame ? [] : [toItem(collection, doc) ?? []].flat();
  });
  if (items.length === 0) return 0;
  const delivery = { device: from.context.device, items, unreadable: [] };
  const stored = await storeDelivery(to.store, delivery, to.context);
  if (!stored.ok || stored.value.refused > 0) throw new Error('refused');
  return stored.value.written;
}

/** All tell one, who tells all, until nobody hears of anything new. */
async function heal(laptops: readonly Laptop[], random: Random): Promise<void> {
  for (let round = 0; round < 12; round++) {
    const middle = laptops[Math.floor(random() * laptops.length)] as Laptop;
    let changes = 0;
    for (const from of laptops) changes += await send(from, middle, allOf(from));
    for (const to of laptops) changes += await send(middle, to, allOf(middle));
    if (changes === 0) return;
  }
  throw new Error('laptops keep changing each other');
}

const allOf = ({ people, ties }: Laptop): RecordDoc[] => [...people.values(), ...ties.values()];

function expectAgreement([first, ...others]: readonly Laptop[]): void {
  const shown = (laptop: Laptop): string =>
    JSON.stringify(
      allOf(laptop)
        .map((doc) =>
          doc.status === 'erased'
            ? [doc.id, doc.status]
            : [doc.id, doc.status, recordHash(doc), doc.keys.toSorted()],
        )
        .toSorted(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)),
    );
  const expected = shown(first as Laptop);
  for (const other of others) expectEqual(shown(other), expected, 'laptops differ');
}

/** Asked very often: cheaper than what says the difference in colours. */
function expectEqual(found: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(found), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${what}: ${is} instead of ${should}`);
}

/** Each leads to whatever stands for what it was made at, and goes with that only. */
function expectRoles({ people, ties }: Laptop): void {
  for (const { id, status, fields } of ties.values()) {
    const own = people.get(id.slice('t-'.length)) as RecordDoc;
    const isErased = own.status === 'erased';
    expectEqual(status, isErased ? 'erased' : 'live', id);
    if (isErased) continue;
    const keeper = expectedKeeper(people, own);
    const led = keeper === own.id ? undefined : own.id;
    expectEqual([fields['to'], fields['toWas']], [keeper, led], `where ${id} leads`);
  }
}

function expectNobodyLost({ of, people }: Laptop, { emails, erased, left }: Told): void {
  const gone = [...people.values()].filter(({ status }) => status === 'erased');
  expectEqual(gone.map(({ id }) => id as string).toSorted(), [...erased].toSorted(), 'erased');
  for (const doc of people.values()) {
    if (doc.status === 'erased') continue;
    const { id, status } = doc;
    const keeper = people.get(expectedKeeper(people, doc)) as RecordDoc;
    const isTrashed = doc.fields['trashedAt'] !== undefined;
    expectEqual(status, isTrashed ? 'trashed' : keeper === doc ? 'live' : 'merged', id);
    expectEqual(keeper.status, isTrashed ? 'trashed' : 'live', `who stands for ${id}`);
    for (const value of emails.get(id) ?? []) {
      // What was left out is with whom it was, or set aside there.
      for (const one of left.has(value) ? [doc] : [doc, keeper])
        if (!valuesOf(one).includes(value) && !(left.has(value) && isSetAside(one, value)))
          throw new Error(`${value} of ${id} is not with ${one.id}`);
    }
    expectNickname(doc, keeper, of.also);
    expectOwnName(doc, of.name);
  }
}

/** The rule in other words: on along whoever is in the list; round a circle to its least. */
function expectedKeeper(people: Shelf, doc: RecordDoc): string {
  if (!isLiving(doc)) return doc.id;
  const way = wayOf(people, doc.id, isLiving);
  const last = way.at(-1) ?? doc.id;
  const again = people.get(last)?.fields['mergedInto'];
  const from = typeof again === 'string' ? way.indexOf(again) : -1;
  return from === -1 ? last : (way.slice(from).toSorted()[0] ?? last);
}

/** What is shown of a person, and what they are asked about. */
const valuesOf = ({ sets, conflicts }: RecordDoc): string[] => [
  ...(sets['emails'] ?? []).map(({ value }) => value),
  ...conflicts.flatMap(({ lost }) =>
    typeof lost === 'object' && lost !== null && !Array.isArray(lost)
      ? [JSON.stringify(lost['value']).slice(1, -1)]
      : [],
  ),
];

const isSetAside = ({ fields }: RecordDoc, value: string): boolean =>
  Object.entries(fields).some(
    ([field, aside]) => field.startsWith('aside:') && JSON.stringify(aside).includes(value),
  );

/** Nobody edits it: a choice may have put another in its place. */
function expectOwnName(doc: RecordDoc, field: string): void {
  const isAsked = doc.conflicts.some(({ lost }) => lost === doc.id);
  const isThere = doc.fields[field] === doc.id || isSetAside(doc, doc.id);
  expectEqual(isThere || isAsked, true, `the name of ${doc.id}`);
}

/** Shown, asked about, or seen by who merged them and left with the merged one. */
function expectNickname(doc: RecordDoc, keeper: RecordDoc, field: string): void {
  const value = doc.fields[field];
  if (value === undefined || keeper === doc || keeper.fields[field] === value) return;
  const isAsked = keeper.conflicts.some(({ lost }) => lost === value);
  const isSeen = JSON.stringify(doc.fields['takenOver']).includes(`"${field}"`);
  expectEqual(isAsked || isSeen, true, `${JSON.stringify(value)} of ${doc.id}`);
}
