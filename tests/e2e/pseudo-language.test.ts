// Every page in a language 40 % longer than English, on small screens: nothing is cut off
// or drawn over something else, and no phrase is left in English.

import { mkdirSync } from 'node:fs';

import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { pseudoText } from '../../src-shared/words/pseudo.ts';
import { fillProfile } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { layoutFindings } from '../support/window/layout.ts';
import { newProfile } from '../support/window/loopback.ts';
import { openWindow, type OpenWindow } from '../support/window/window.ts';

// What people wrote is Greek, so that what is English is ours.
const person = (at: number, given: string, family: string): RecordDoc =>
  recordOf({
    id: `person-${at}`,
    kind: 'person',
    fields: { given, family, birthday: '1985-04-12', gender: 'female', jobNote: 'Σκηνοθέτις' },
    sets: {
      emails: [
        { value: `p${at}@δοκιμή.example`, label: 'work' },
        { value: `q${at}@δοκιμή.example`, label: 'home' },
      ],
      phones: [{ value: `+302101234${100 + at}`, label: 'mobile' }],
      addresses: [{ value: 'Οδός Ερμού 12, Αθήνα', label: 'from their profile' }],
      links: [{ value: `https://δοκιμή.example/${at}`, label: 'website' }],
      dates: [{ value: '2015-06-20', label: 'anniversary' }],
      relations: [{ value: 'Νίκος', label: 'spouse' }],
      custom: [{ value: '42', label: 'Reason for unsubscribing' }],
      tags: [{ value: 'πελάτης' }, { value: 'φίλος' }],
      buckets: [{ value: 'bucket-1' }],
    },
    note: 'Γνωριστήκαμε στην έκθεση.',
  });

const stamp = (by: string) => ({
  by,
  device: 'another',
  at: 1_700_000_000_000,
  source: { type: 'import' as const, action: 'a', file: 'επαφές.csv', row: 12 },
});

const disputed: RecordDoc = {
  ...person(1, 'Αικατερίνη', 'Παπαδοπούλου'),
  conflicts: [
    { id: 'c1', field: 'jobNote', lost: 'Ηθοποιός', lostBy: stamp('Άννα'), wonBy: stamp('Βίκτωρ') },
  ],
};

const moment = (at: number, kind: string, fields: Record<string, string> = {}): RecordDoc =>
  recordOf({
    id: `moment-${at}`,
    kind,
    fields: { when: 1_750_000_000_000 + at * 86_400_000, people: ['person-1'], ...fields },
    note: 'Ρώτησε πότε θα είναι έτοιμο.',
  });

const records: RecordDoc[] = [
  recordOf({ id: 'org-1', kind: 'organisation', fields: { name: 'Ναυπηγεία', industry: 'Πλοία' } }),
  recordOf({ id: 'bucket-1', kind: 'bucket', fields: { name: 'Πρόσκληση', description: 'Μάιος' } }),
  disputed,
  ...['Βίκτωρ', 'Γιάννης', 'Δήμητρα', 'Ελένη'].map((given, at) =>
    person(at + 2, given, 'Κωνσταντίνου'),
  ),
  recordOf({
    id: 'role-1',
    kind: 'tie',
    fields: {
      type: 'role',
      from: 'person-1',
      to: 'org-1',
      title: 'Διευθύντρια',
      start: '2020-01',
      expects: 'Απάντηση',
    },
  }),
  moment(1, 'call'),
  moment(2, 'meeting'),
  moment(3, 'message', { title: 'Answered: Νέο κατάστημα', post: 'post-1' }),
  moment(4, 'kept-post', { title: 'On LinkedIn', source: 'https://www.linkedin.com/in/x' }),
];

const file = {
  name: 'επαφές.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'First Name,Last Name,E-mail Address,Mobile Phone,Business Phone,Home Phone,Company,Birthday',
      ...Array.from(
        { length: 12 },
        (_, at) => `Ωμέγα,Άλφα ${at},a${at}@δοκιμή.example,abc,,,Ναυπηγεία,99/99/99`,
      ),
      'Αικατερίνη,Παπαδοπούλου,p1@δοκιμή.example,+302101239999,,,,1986-01-02',
    ].join('\n'),
  ),
};

const sizes = [
  { width: 1024, height: 768 },
  { width: 1280, height: 800 },
] as const;

let open: OpenWindow;
beforeAll(async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(profileDir, records);
  open = await openWindow(profileDir, { language: 'pseudo' });
});
afterAll(() => open.close());

/** Buttons, tabs and menu items by their English. */
const act = (page: Page, english: string): Locator =>
  page
    .locator(
      'button:visible, a:visible, [role="tab"]:visible, [role="menuitem"]:visible, label:visible',
    )
    .filter({ hasText: pseudoText(english) })
    .or(page.locator(`[aria-label="[${pseudoText(english)}]"]:visible`))
    .first();

const press = (english: string) => async (page: Page) =>
  act(page, english).click({ timeout: 10_000 });

type Place = {
  name: string;
  path?: string;
  steps?: ((page: Page) => Promise<void>)[];
  isDialog?: true;
};

const places: readonly Place[] = [
  { name: 'people', path: '/people' },
  { name: 'search', steps: [(page) => page.locator('#people-search').fill('Ελένη')] },
  {
    name: 'selection',
    steps: [
      (page) => page.locator('#people-search').fill(''),
      (page) => page.getByRole('row').nth(2).getByRole('checkbox').click(),
    ],
  },
  { name: 'add person', path: '/people', steps: [press('Add person')], isDialog: true },
  { name: 'keys', path: '/people', steps: [(page) => page.keyboard.press('?')], isDialog: true },
  {
    name: 'find',
    path: '/people',
    steps: [(page) => page.keyboard.press('Control+k')],
    isDialog: true,
  },
  { name: 'person', path: '/people/person-1' },
  { name: 'what can be added', steps: [press('Add')] },
  {
    name: 'a value while it is edited',
    path: '/people/person-1',
    steps: [(page) => page.locator('.value-text').first().click()],
  },
  { name: 'actions', steps: [press('Actions')] },
  { name: 'groups', path: '/groups' },
  { name: 'group', path: '/groups/org-1' },
  { name: 'bucket', path: '/groups/bucket-1' },
  { name: 'what happened', path: '/happened' },
  { name: 'listening', path: '/listening' },
  { name: 'team', path: '/team' },
  { name: 'conflicts', path: '/conflicts' },
  { name: 'trash', path: '/trash' },
  { name: 'settings', path: '/settings' },
  { name: 'import', path: '/transfer' },
  {
    name: 'preview',
    steps: [
      (page) => page.locator('input[type="file"]').first().setInputFiles(file),
      (page) => page.getByRole('grid').waitFor(),
    ],
  },
  { name: 'export', path: '/transfer', steps: [press('Take people out')] },
];

const data =
  /(?:First|Last) Name|E-mail Address|(?:Mobile|Business|Home) Phone|Company|Birthday|abc|alice|www\.linkedin\.com/g;

const shots = process.env['PSEUDO_SHOTS'];

test('nothing is cut off, overlaps, leaves the window or is left in English', async () => {
  const { page } = open;
  const findings: { [place: string]: string[] } = {};
  for (const place of places) {
    if (place.path !== undefined) {
      await page.evaluate((path) => (location.hash = `#${path}`), place.path);
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
    for (const step of place.steps ?? []) await step(page);
    for (const size of sizes) {
      await page.setViewportSize(size);
      const found = await layoutFindings(page, data);
      if (shots !== undefined)
        await page.screenshot({ path: `${shots}/${place.name}-${size.width}.png` });
      if (found.length > 0) findings[`${place.name} ${size.width}`] = found;
    }
    if (place.isDialog === true) await page.keyboard.press('Escape');
  }
  expect(findings).toEqual({});
});
