// A teammate's program that is broken or hostile: whatever it sends, the book stays
// whole and readable, nothing throws, and no record is taken that breaks a limit.

import * as Y from 'yjs';
import { expect, test } from 'vitest';

import { fromBase64, toBase64 } from '../../src-shared/records/base64.ts';
import { isWithinLimits } from '../../src-shared/records/limits.ts';
import { contentOf } from '../../src-shared/records/content.ts';
import { readStored } from '../../src-shared/records/merge.ts';
import { kinds } from '../../src-shared/domain/kinds.ts';
import { alone } from '../support/sync/histories.ts';
import { createExchange } from '../../src-shared/sync/exchange.ts';
import { sharedCollections } from '../../src-shared/sync/item.ts';
import { parseMessage } from '../../src-shared/sync/messages.ts';
import { mutated, twisted } from '../support/transfer/mutate.ts';
import { openReplica, type Replica } from '../support/sync/replica.ts';
import { seededRandom, testRuns, testSeed } from '../support/seeded.ts';

const perHistory = 1_000;

test('twelve thousand broken updates and messages change nothing but what they may', async () => {
  for (let run = 0; run < testRuns(12); run++) {
    const seed = testSeed + run;
    await attack(seed).catch((error: unknown) => {
      throw new Error(`TEST_SEED=${seed}`, { cause: error });
    });
  }
});

async function attack(seed: number): Promise<void> {
  const random = seededRandom(seed);
  const [alice, mallory] = [openReplica('alice'), openReplica('mallory')];
  const bugs: unknown[] = [];
  const exchange = createExchange({
    store: alice.store,
    epoch: 'alice',
    context: () => alice.context,
    onChange: () => undefined,
    onVerdict: () => undefined,
    later: (work) => queueMicrotask(work),
    onBug: (error) => bugs.push(error),
  });
  const secret = await alice.done({
    type: 'create',
    records: [{ kind: 'person', scope: 'private', fields: { given: 'Secret' } }],
  });
  const before = await alice.doc('people', secret.ids[0] ?? '');
  const states = await someStates(mallory);
  let at = 0;
  let session = exchange.join('mallory', { send: () => undefined, close: () => undefined });
  for (let shot = 0; shot < perHistory; shot++) {
    const state = states[Math.floor(random() * states.length)] ?? '';
    const id = random() < 0.1 ? (secret.ids[0] ?? '') : `m${Math.floor(random() * 20)}`;
    const items = [itemOf(id, state, random)];
    const batch = { t: 'batch', epoch: 'm', from: { people: at }, at: { people: ++at }, left: 0 };
    const whole = random() < 0.5 ? { ...batch, items } : { t: 'give', items };
    const said = random() < 0.6 ? whole : twisted(whole, random);
    const message = parseMessage(JSON.parse(JSON.stringify(said)));
    if (message !== undefined) session.receive(message);
    if (shot % 100 === 99) {
      await new Promise((resolve) => setImmediate(resolve));
      session.close();
      session = exchange.join('mallory', { send: () => undefined, close: () => undefined });
    }
  }
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(bugs).toEqual([]);
  expect(await alice.doc('people', secret.ids[0] ?? '')).toEqual(before);
  await expectWhole(alice);
}

function itemOf(id: string, state: string, random: () => number): unknown {
  const broken = toBase64(mutated(fromBase64(state), random));
  const roll = random();
  if (roll < 0.4) return { c: 'people', id, state: broken };
  if (roll < 0.5) return { c: 'people', id, edits: broken, h: random() * 1e15 };
  if (roll < 0.6) return { c: 'people', id, state };
  const origin = { by: 'm', device: 'mallory', at: 1, source: { type: 'typed' } };
  const row = { kind: 'person', createdAt: 1, origin, fields: { given: 'M' }, sets: {}, note: '' };
  if (roll < 0.75) return twisted({ c: 'people', id, row }, random);
  if (roll < 0.9) {
    const kind = kinds.get(kindNames[Math.floor(random() * kindNames.length)] ?? '');
    const fields = twisted(Object.fromEntries(fieldNames.map((name) => [name, 'm1'])), random);
    return { c: kind?.collection, id, row: { ...row, kind: kind?.kind, fields } };
  }
  const erased = { kind: 'person', at: 1, keys: ['erased:x'], origin };
  return twisted({ c: 'people', id, erased }, random);
}

const kindNames = [...kinds.keys()];
const fieldNames = [...new Set([...kinds.values()].flatMap((kind) => Object.keys(kind.fields)))];

/** Honest states, and some that are valid Yjs and no record of ours. */
async function someStates(mallory: Replica): Promise<string[]> {
  const { ids } = await mallory.done({
    type: 'create',
    records: [
      { kind: 'person', fields: { given: 'Mal' }, note: 'hello', sets: { tags: [{ value: 'a' }] } },
    ],
  });
  const ref = { collection: 'people' as const, id: ids[0] ?? '' };
  await mallory.done({
    type: 'edit',
    changes: [
      { type: 'field', ref, field: 'family', value: 'Ory' },
      { type: 'set-put', ref, set: 'emails', item: { value: 'm@example.com' } },
      { type: 'note', ref, text: 'two\nlines' },
    ],
  });
  const honest = (await mallory.doc('people', ref.id)).state ?? '';
  return [honest, ...malformed.map((make) => stateOf(make))];
}

const malformed: ((doc: Y.Doc) => void)[] = [
  (doc) => doc.getMap('fields').set('given', 'no head'),
  (doc) => doc.getArray('fields').push([1]),
  (doc) => {
    head(doc);
    doc.getMap('set:emails').set('x', 7);
  },
  (doc) => {
    head(doc);
    doc.getMap('fields').set('deep', nested(40));
  },
  (doc) => {
    head(doc);
    doc.getMap('fields').set('long', 'x'.repeat(700_000));
  },
  (doc) => {
    head(doc);
    for (let at = 0; at < 600; at++) doc.getMap('fields').set(`f${at}`, at);
  },
  (doc) => {
    head(doc);
    let node: Y.XmlFragment = doc.getXmlFragment('note');
    for (let deep = 0; deep < 60; deep++) {
      const inner = new Y.XmlElement('p');
      node.insert(0, [inner]);
      node = inner;
    }
  },
  (doc) => {
    head(doc);
    doc.getMap('head').set('scope', 'private');
  },
  (doc) => {
    head(doc);
    doc.getMap('meta').set('given', 'no stamp');
    doc.getMap('conflicts').set('c', 3);
  },
];

function head(doc: Y.Doc): void {
  const map = doc.getMap('head');
  map.set('kind', 'person');
  map.set('scope', 'team');
  map.set('createdAt', 1);
  map.set('origin', { by: 'm', device: 'mallory', at: 1, source: { type: 'typed' } });
}

const nested = (depth: number): object => (depth === 0 ? {} : { in: nested(depth - 1) });

function stateOf(make: (doc: Y.Doc) => void): string {
  const doc = new Y.Doc();
  make(doc);
  return toBase64(Y.encodeStateAsUpdate(doc));
}

async function expectWhole(replica: Replica): Promise<void> {
  for (const collection of sharedCollections) {
    for await (const docs of replica.store.scan(collection)) {
      for (const doc of docs) {
        expect(isWithinLimits(contentOf(doc))).toBe(true);
        if (doc.status !== 'erased')
          expect(alone(readStored(doc, replica.context))).toEqual(alone(doc));
      }
    }
  }
}
