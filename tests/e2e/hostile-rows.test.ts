// Records that no teammate's Rapport should have sent, in every kind, as an earlier version
// may have let them into the book: every page shows what it can, and each broken record
// is one line.

import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Kind } from '../../src-shared/domain/kind.ts';
import { kinds } from '../../src-shared/domain/kinds.ts';
import {
  type CollectionName,
  editedCollections,
  type RecordDoc,
  type RecordId,
} from '../../src-shared/domain/record.ts';
import { conflictKey, makeRecord } from '../../src-shared/records/content.ts';
import { sampleRecord } from '../support/records/sample-content.ts';
import { openReplica } from '../support/sync/replica.ts';
import { filledProfile } from '../support/store/filled-profile.ts';
import { type OpenWindow, openWindow } from '../support/window/window.ts';

const year300000 = 9_405_000_000_000_000;
const ana = '01900000-0000-7000-8000-00000000000a';
const shop = '01900000-0000-7000-8000-00000000000b';

type Twist = (doc: RecordDoc, kind: Kind) => RecordDoc;

const allFields =
  (value: unknown): Twist =>
  (doc, kind) => ({
    ...doc,
    fields: Object.fromEntries(
      [...Object.entries(kind.fields), ['invented', undefined] as const].map(([name, field]) => [
        name,
        field?.link === undefined ? value : doc.fields[name],
      ]),
    ) as RecordDoc['fields'],
  });
const allItems =
  (item: object): Twist =>
  (doc, kind) => ({
    ...doc,
    sets: Object.fromEntries(
      Object.entries(kind.sets).map(([name, { link }]) => [
        name,
        [{ id: 'x', value: link === undefined ? 'https:' : shop, ...item }],
      ]),
    ) as RecordDoc['sets'],
  });
const stamp = {
  by: 'Mallory',
  device: 'mallory',
  at: 1e18,
  source: { type: 'invented' } as never,
};

const twists: Twist[] = [
  (doc, kind) => ({
    ...allFields(year300000)(doc, kind),
    at: year300000,
    createdAt: year300000,
    updatedAt: year300000,
    origin: stamp,
  }),
  allFields({ deep: [{ deeper: [1] }] }),
  allFields([null, 1, {}]),
  allFields('https:'),
  allFields(-1e308),
  allFields('\u202e\u0000'),
  allItems({ label: { toString: 1 } }),
  allItems({ label: 'toString', more: { raw: {}, network: [], title: {}, on: 1, size: 'x' } }),
  (doc) => ({ ...doc, origin: stamp, stamps: { name: stamp, given: stamp, title: stamp } }),
  (doc, kind) => ({
    ...doc,
    keys: [...doc.keys, conflictKey],
    conflicts: [...Object.keys(kind.fields), 'emails/x', 'invented', 'note'].map((field) => ({
      id: `m:1:${field}`,
      field,
      lost: { value: { deep: [] }, label: {} } as never,
      lostBy: stamp,
      wonBy: stamp,
    })),
  }),
  (doc) => ({ ...doc, name: 'x'.repeat(100_000), sortKey: 'x', note: '\ud800'.repeat(1_000) }),
];

const states = ['live', 'trashed', 'merged'] as const;
let count = 0;
const idOf = (): RecordId =>
  `01900000-0000-7000-8000-1000${String(count++).padStart(8, '0')}` as RecordId;

function hostileDocs(kind: Kind): RecordDoc[] {
  const { context } = openReplica('mallory');
  return twists.flatMap((twist, at) =>
    (editedCollections.some((name) => name === kind.collection) ? states : states.slice(0, 1)).map(
      (status) => {
        const record = sampleRecord(kind, { people: ana, groups: shop });
        const doc = makeRecord({ ...record, id: idOf() }, context);
        const named = {
          ...doc,
          name: `Hostile ${kind.kind} ${at}`,
          keys: [...doc.keys, ana, shop],
        };
        return { ...twist(named, kind), status };
      },
    ),
  );
}

/** Kinds that share a page are looked at in one state each, by turns. */
function visited(docs: readonly RecordDoc[]): RecordDoc[] {
  const isShared = new Set(docs.map(({ kind }) => kind)).size >= states.length;
  return docs.filter((_, at) => {
    const [place, state] = [Math.floor(at / states.length), at % states.length];
    const [kind, twist] = [Math.floor(place / twists.length), place % twists.length];
    return !isShared || state === (kind + twist) % states.length;
  });
}

let open: OpenWindow;
const hostile = new Map<CollectionName, RecordDoc[]>();

beforeAll(async () => {
  const { context } = openReplica('alice');
  const honest = [
    makeRecord(
      {
        id: ana as RecordId,
        kind: 'person',
        fields: { given: 'Ana' },
        sets: { feeds: [{ value: 'https://a.example/feed', label: 'web' }] },
      },
      context,
    ),
    makeRecord({ id: shop as RecordId, kind: 'organisation', fields: { name: 'Shop' } }, context),
  ];
  for (const kind of kinds.values())
    hostile.set(kind.collection, [...(hostile.get(kind.collection) ?? []), ...hostileDocs(kind)]);
  const docs = new Map(hostile);
  docs.set('people', [...(docs.get('people') ?? []), ...honest.slice(0, 1)]);
  docs.set('groups', [...(docs.get('groups') ?? []), ...honest.slice(1)]);
  open = await openWindow(await filledProfile(docs));
});
afterAll(async () => {
  await open.close();
});

/** Done once another page is drawn, with what it asked for. Runs in the page. */
async function goThere(hash: string): Promise<void> {
  const isShown = (): boolean => {
    const title = document.querySelector(
      'h1:not([data-before]), main[class="page"] [role="alert"]',
    );
    return title !== null && document.querySelector('[data-waiting]') === null;
  };
  for (const title of document.querySelectorAll('h1')) title.setAttribute('data-before', '');
  location.hash = hash;
  do await new Promise((drawn) => requestAnimationFrame(drawn));
  while (!isShown());
}

async function goToPath(path: string): Promise<void> {
  await open.page.evaluate(goThere, `#${path}`);
}

/** What is drawn within the page is on its way for a moment. */
const standsStill = (): Promise<unknown> =>
  open.page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 150))),
  );

/** What the page says of itself. */
const faults = (): Promise<number> => open.page.getByText('This page has a fault').count();

const paths = [
  '/groups',
  '/listening',
  '/team',
  '/conflicts',
  '/transfer',
  '/trash',
  '/settings',
  // Where the window opens, so it is gone to from another.
  '/people',
];

test.each(paths)('%s is shown', async (path) => {
  await goToPath(path);
  expect(await faults()).toBe(0);
  await expect.poll(() => open.page.getByRole('heading', { level: 1 }).count()).toBe(1);
});

test('the pages of honest people and groups are shown, with what is honest on them', async () => {
  for (const [path, name] of [
    [`/people/${ana}`, 'Ana'],
    [`/groups/${shop}`, 'Shop'],
  ] as const) {
    await goToPath(path);
    await open.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    expect(await faults()).toBe(0);
  }
});

test('every tab of Listening, and every kind of group, is shown', async () => {
  await goToPath('/listening');
  for (const tab of await open.page.getByRole('tab').all()) {
    await tab.click();
    await standsStill();
    expect(await faults()).toBe(0);
  }
  await goToPath('/groups');
  for (const kind of await open.page.getByRole('radio').all()) {
    await kind.evaluate((box: HTMLInputElement) => box.click());
    await standsStill();
    expect(await faults()).toBe(0);
  }
});

test('the page of every hostile person and group is shown', async () => {
  const seen: string[] = [];
  for (const [collection, path] of [
    ['people', '/people'],
    ['groups', '/groups'],
  ] as const) {
    for (const { id, name } of visited(hostile.get(collection) ?? [])) {
      await goToPath(`${path}/${id}`);
      if ((await faults()) > 0) seen.push(name.slice(0, 40));
    }
  }
  expect(seen).toEqual([]);
});

test('a record that cannot be drawn is one line that says so; the others stay', async () => {
  const { page } = open;
  await goToPath('/team');
  // As a fault of ours would be that only one record meets.
  await page.evaluate((name) => {
    const split = Object.getOwnPropertyDescriptor(String.prototype, 'split')?.value as object;
    Object.defineProperty(String.prototype, 'split', {
      value: new Proxy(split, {
        apply: (real, text, args) => {
          if (String(text) === name) throw new TypeError('a fault of ours');
          return Reflect.apply(real as () => unknown, text, args);
        },
      }),
    });
  }, 'Ana');
  await goToPath('/people');
  const broken = page.getByRole('row').filter({ hasText: 'This record cannot be shown.' });
  await broken.waitFor();
  expect(await broken.count()).toBe(1);
  await page.getByRole('row').filter({ hasText: 'Hostile person 3' }).first().waitFor();
  expect(await faults()).toBe(0);
  expect(open.takeFaults()).not.toEqual([]);
});
