// Records of every kind that hold markup, scripts and addresses of other schemes in each of
// their texts, and a note with what no editor of ours writes: pages show words.

import * as Y from 'yjs';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Kind } from '../../src-shared/domain/kind.ts';
import { kinds } from '../../src-shared/domain/kinds.ts';
import type { CollectionName, RecordDoc, RecordId } from '../../src-shared/domain/record.ts';
import { contentOf, headOf, makeRecord } from '../../src-shared/records/content.ts';
import { openState, stateText } from '../../src-shared/records/state.ts';
import { sampleRecord } from '../support/records/sample-content.ts';
import { filledProfile } from '../support/store/filled-profile.ts';
import { openReplica } from '../support/sync/replica.ts';
import { type OpenWindow, openWindow } from '../support/window/window.ts';

const ana = '01900000-0000-7000-8000-00000000000a' as RecordId;
const shop = '01900000-0000-7000-8000-00000000000b' as RecordId;

const markup =
  '"><img class="hostile" src="https://tracker.example/x.png" onerror="hit=1"><script>hit=1</script>' +
  '<iframe class="hostile" src="javascript:hit=1"></iframe><svg class="hostile" onload="hit=1">';
const texts = [
  markup,
  'javascript:hit=1//hostile',
  ' \u0001java\nscript:hit=1//hostile',
  'data:text/html,<script>hit=1</script>',
  'file:///etc/passwd#hostile',
  'vbscript:hostile',
  'rapport-hostile:open',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="hit=1"/>',
  'https://tracker.example/hostile.svg',
  '//tracker.example/hostile',
  '#token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
];

/** Each text and value of a kind is this. */
function told(kind: Kind, text: string, id: RecordId): RecordDoc {
  const { context } = openReplica('mallory');
  const doc = makeRecord({ ...sampleRecord(kind, { people: ana, groups: shop }), id }, context);
  const fields = Object.entries(doc.fields).map(([name, value]) => {
    const type = kind.fields[name]?.type;
    const isOpen = typeof value === 'string' && type !== 'link' && type !== 'day';
    return [name, isOpen ? text : value];
  });
  const run = { text, href: text, look: 'strong' };
  const media = [{ url: text, alt: text, kind: 'image' }];
  const post = { text: [{ kind: 'p', runs: [run] }], media, link: text, feed: text };
  const sets = Object.entries(kind.sets).map(([name, { link }]) => [
    name,
    [{ id: 'x', value: link === undefined ? text : shop, label: text, more: { raw: text } }],
  ]);
  return {
    ...doc,
    name: text,
    note: text,
    fields: { ...Object.fromEntries(fields), ...(kind.kind === 'post' ? post : {}) },
    sets: Object.fromEntries(sets),
    origin: { ...doc.origin, by: text, source: { type: 'feed', feed: text } },
  };
}

/** What a pasted page would leave, and nodes and marks that no editor of ours knows. */
function writeHostileNote(note: Y.XmlFragment): void {
  const element = (name: string, attributes: { [name: string]: string } = {}): Y.XmlElement => {
    const made = new Y.XmlElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const linked = element('paragraph', { onclick: 'hit=1', style: 'position:fixed' });
  const words = new Y.XmlText();
  linked.insert(0, [words]);
  note.insert(0, [
    element('script', { src: 'https://tracker.example/x.js' }),
    element('iframe', { src: 'javascript:hit=1', class: 'hostile' }),
    element('image', { src: 'https://tracker.example/x.png', class: 'hostile' }),
    element('heading', { level: '3' }),
    linked,
  ]);
  words.insert(0, 'linked', { link: { href: 'javascript:hit=1//hostile' } });
  words.insert(0, 'invented', { invented: { onclick: 'hit=1' } });
  const plain = element('paragraph');
  plain.insert(0, [new Y.XmlText('words of a note')]);
  note.insert(note.length, [plain]);
}

let open: OpenWindow;
const paths: string[] = ['/people', '/groups', '/listening', '/conflicts', '/trash'];
const asked: string[] = [];

beforeAll(async () => {
  const { context } = openReplica('alice');
  const noted = makeRecord({ id: ana, kind: 'person', fields: { given: 'Ana' } }, context);
  const state = openState(noted, headOf(noted), contentOf(noted));
  writeHostileNote(state.getXmlFragment('note'));
  const docs = new Map<CollectionName, RecordDoc[]>([
    ['people', [{ ...noted, state: stateText(state) }]],
    ['groups', [makeRecord({ id: shop, kind: 'organisation', fields: { name: 'Shop' } }, context)]],
  ]);
  let count = 0;
  for (const kind of kinds.values()) {
    const own = texts.map((text) => {
      const id = `01900000-0000-7000-8000-2000${String(count++).padStart(8, '0')}` as RecordId;
      return told(kind, text, id);
    });
    docs.set(kind.collection, [...(docs.get(kind.collection) ?? []), ...own]);
  }
  for (const collection of ['people', 'groups'] as const)
    for (const { id } of docs.get(collection) ?? []) paths.push(`/${collection}/${id}`);
  open = await openWindow(await filledProfile(docs));
  open.page.on('request', (request) => asked.push(request.url()));
});
afterAll(async () => {
  await open.close();
});

async function goToPath(path: string): Promise<void> {
  await open.page.evaluate((hash) => {
    location.hash = hash;
  }, `#${path}`);
  await open.page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** Addresses on the page that lead elsewhere than words may, and elements that words made. */
const strange = (): Promise<string[]> =>
  open.page.evaluate(() => {
    const leads = [...document.querySelectorAll<HTMLElement>('[href], [src], [action]')].map(
      (one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '',
    );
    const isKnown = (address: string): boolean =>
      // A map is asked for words, each sign that could be more than a word taken out.
      /^geo:0,0\?q=[\w.!~*'()%-]*$/.test(address) ||
      (/^(?:#\/|blob:|\.?\/|https?:\/\/|mailto:|tel:|data:,$)/.test(address) &&
        !address.startsWith('//'));
    const made = document.querySelectorAll(
      '.hostile, iframe, object, [onerror], [onload], [onclick]',
    );
    return [
      ...leads.filter((address) => !isKnown(address)),
      ...[...made].map((one) => one.outerHTML.slice(0, 100)),
      ...('hit' in window ? ['a script ran'] : []),
    ];
  });

test('no text becomes an element, a script or an address of another kind, and nothing is loaded', async () => {
  const { page } = open;
  const found: string[] = [];
  for (const path of paths) {
    await goToPath(path);
    await page.waitForLoadState('networkidle');
    found.push(...(await strange()).map((one) => `${path}: ${one}`));
    if ((await page.getByText('This page has a fault').count()) > 0) found.push(`${path}: a fault`);
  }
  expect(found).toEqual([]);
  await goToPath('/people');
  await page.getByText('"><img class="hostile"').first().waitFor();
  // The one address among them that a link may lead to is drawn as one.
  await goToPath(`/people/${ana}`);
  await page.locator('a[href="https://tracker.example/hostile.svg"]').first().waitFor();
  const { origin } = new URL(open.shell.address);
  expect(
    asked.filter((url) => !/^(?:blob|data):/.test(url) && new URL(url).origin !== origin),
  ).toEqual([]);
});

test('a note that no editor of ours wrote is shown as words', async () => {
  const { page } = open;
  await goToPath(`/people/${ana}`);
  const note = page.getByRole('region', { name: 'Note' });
  await note.getByText('words of a note').waitFor();
  // The editor would take out what it does not know, for the whole team.
  await note.getByText('It is kept and shown as plain text').waitFor();
  expect(await note.getByRole('textbox').count()).toBe(0);
  expect(await note.locator('a, img, iframe, script, [onclick], [style*=fixed]').count()).toBe(0);
  expect(await strange()).toEqual([]);
});
