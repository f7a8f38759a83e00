// Two laptops become a team and stay one: real windows, real hubs, real WebRTC.

import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { agreed, askToJoin, invite, letIn, makePair } from '../support/sync/team.ts';
import { goTo } from '../support/window/browser.ts';
import { recordSpoken } from '../support/window/spoken.ts';
import { openFilter } from '../support/window/filters.ts';
import { editorOf, readValue, typeValue } from '../support/window/values.ts';
import { openWindow, type OpenWindow, seriousFindings } from '../support/window/window.ts';

let alice: OpenWindow;
let bob: OpenWindow;

beforeAll(async () => {
  [alice, bob] = await Promise.all([openWindow(), openWindow()]);
  await addPerson(alice, 'Ada', 'Lovelace');
  await addPerson(alice, 'Grace', 'Hopper');
  await makePair(alice, bob);
});
afterAll(async () => {
  await alice.close();
  await bob.close();
});

async function addPerson({ page }: OpenWindow, given: string, family: string): Promise<void> {
  await goTo(page, 'People');
  await page.getByRole('button', { name: 'Add person' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill(`${given} ${family}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
  await page.getByRole('heading', { level: 1, name: `${given} ${family}` }).waitFor();
}

async function openPerson({ page }: OpenWindow, name: string): Promise<void> {
  await goTo(page, 'People');
  await page.getByRole('row', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

const idOf = ({ page }: OpenWindow): string => page.url().split('/').at(-1) ?? '';

async function setNickname({ page }: OpenWindow, nickname: string): Promise<void> {
  await typeValue(page, 'Nickname', nickname);
}

const filters = ({ page }: OpenWindow) => page.getByRole('list', { name: 'Filters' });

/** Puts together a filter, or changes the one there is: name is something. */
async function filterByName({ page }: OpenWindow, op: string, text: string): Promise<void> {
  const form = await openFilter(page);
  await form.getByRole('combobox', { name: 'Field' }).fill('Name');
  await page.getByRole('option', { name: 'Name', exact: true }).click();
  await form.getByRole('combobox', { name: 'Condition' }).selectOption(op);
  await form.getByRole('combobox', { name: 'Name', exact: true }).fill(text);
  await page.keyboard.press('Enter');
}

test('words, a matching code and consent make a team, and everything is on both laptops', async () => {
  await goTo(bob.page, 'People');
  await bob.page.getByText('Ada Lovelace').waitFor();
});

test('what one types the other sees, in both directions', async () => {
  await openPerson(alice, 'Ada Lovelace');
  await openPerson(bob, 'Ada Lovelace');
  await setNickname(alice, 'Countess');
  await expect.poll(() => readValue(bob.page, 'Nickname')).toBe('Countess');
  await addPerson(bob, 'Mary', 'Somerville');
  await goTo(alice.page, 'People');
  await alice.page.getByText('Mary Somerville').waitFor();
});

test('a view saved on one laptop stands on the other and shows the same people', async () => {
  const { page } = alice;
  await filterByName(alice, 'startsWith', 'Mary');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('dialog', { name: 'Save view' }).getByLabel('Name').fill('The Marys');
  await page.keyboard.press('Enter');
  await goTo(bob.page, 'People');
  await bob.page.getByRole('button', { name: 'The Marys' }).click();
  await bob.page.getByText('1 person', { exact: true }).waitFor();
  await bob.page.getByText('Mary Somerville', { exact: true }).waitFor();
  await addPerson(bob, 'Mary', 'Jackson');
  await page.getByText('Mary Jackson').waitFor();
});

test('a file attached on one laptop is fetched on the other when somebody wants it', async () => {
  await openPerson(alice, 'Ada Lovelace');
  const bytes = Buffer.alloc(700_000, 'contract ');
  const chosen = alice.page.waitForEvent('filechooser');
  await alice.page.getByRole('button', { name: 'Attach a file' }).click();
  const file = { name: 'contract.pdf', mimeType: 'application/pdf', buffer: bytes };
  await (await chosen).setFiles(file);
  await alice.page.getByText('684 KB · on this laptop').waitFor();
  await openPerson(bob, 'Ada Lovelace');
  await bob.page.getByText('684 KB · on a teammate’s laptop').waitFor();
  await bob.page.getByRole('button', { name: 'Fetch' }).click();
  await bob.page.getByText('684 KB · on this laptop').waitFor();
  const [download] = await Promise.all([
    bob.page.waitForEvent('download'),
    bob.page.getByRole('button', { name: 'Save contract.pdf' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('contract.pdf');
  expect(readFileSync(await download.path()).equals(bytes)).toBe(true);
});

test('whoever is mentioned in a comment finds it in “For me”, answers, and is done with it', async () => {
  await openPerson(bob, 'Grace Hopper');
  await openPerson(alice, 'Grace Hopper');
  const field = alice.page.getByRole('textbox', { name: 'Comment for the team' });
  await field.fill('Can you call her? @');
  await alice.page.getByRole('option', { name: 'Bob' }).click();
  await expect.poll(() => field.inputValue()).toBe('Can you call her? @Bob ');
  await alice.page.getByText('Will be told: Bob').waitFor();
  await alice.page.keyboard.press('Control+Enter');
  await alice.page.getByRole('list', { name: '1 comment' }).getByText('@Bob').waitFor();

  await bob.page.getByRole('list', { name: '1 comment' }).getByText('@Bob').waitFor();
  await bob.page.getByText('Alice mentioned you: Grace Hopper').first().waitFor();
  await goTo(bob.page, 'For me');
  const row = bob.page.getByRole('listitem').filter({ hasText: 'Alice mentioned you' });
  await row.getByRole('link', { name: 'Grace Hopper' }).waitFor();
  expect(await seriousFindings(bob.page)).toEqual([]);
  await bob.page.keyboard.press('j');
  await expect.poll(() => row.getAttribute('aria-current')).toBe('true');
  await bob.page.keyboard.press('r');
  await row.getByRole('textbox', { name: 'Answer' }).fill('Tomorrow');
  await bob.page.keyboard.press('Control+Enter');
  await row.getByRole('textbox').waitFor({ state: 'detached' });
  await bob.page.keyboard.press('e');
  await bob.page.getByText('Nothing waits for you on this laptop').waitFor();
  await bob.page.getByRole('link', { name: /changes by teammates$/ }).click();
  const touched = bob.page.getByRole('list', { name: 'What Alice touched' });
  await touched.getByRole('link', { name: 'Grace Hopper' }).waitFor();
  await touched.getByRole('button', { name: '2 changes: Ada Lovelace' }).click();
  await touched.getByText('Countess').waitFor();
  expect(await seriousFindings(bob.page)).toEqual([]);
  await goTo(bob.page, 'For me');
  await bob.page.getByText(/Nothing has come from teammates since you looked on/).waitFor();

  await alice.page.getByRole('list', { name: '2 comments' }).getByText('Tomorrow').waitFor();
  await alice.page.getByRole('button', { name: 'React to the comment of Bob' }).click();
  await alice.page.getByRole('menuitem', { name: '👍' }).click();
  await openPerson(bob, 'Grace Hopper');
  await bob.page.getByRole('button', { name: '👍 by Alice' }).waitFor();
  await alice.page.getByRole('button', { name: 'Remove this comment' }).click();
  const said = bob.page.getByRole('list', { name: '2 comments' }).getByRole('listitem');
  await said.filter({ hasText: /^Alice.*removed$/ }).waitFor();
  await said.filter({ hasText: 'Tomorrow' }).waitFor();

  await bob.page.getByRole('button', { name: 'Remind me', exact: true }).click();
  const form = bob.page.getByRole('dialog', { name: 'Remind me about Grace Hopper' });
  await form.getByLabel('Remind of').fill('Send the slides');
  await form.getByRole('combobox', { name: 'For', exact: true }).click();
  await bob.page.getByRole('option', { name: 'Alice' }).click();
  await form.getByLabel('A line for Alice, if you like').fill('She asked twice');
  await form.getByRole('button', { name: 'Save' }).click();
  await alice.page.getByText('@Alice She asked twice').waitFor();
  await goTo(alice.page, 'For me');
  await alice.page.getByRole('listitem').filter({ hasText: 'Bob answered you' }).waitFor();
});

async function changeView(window: OpenWindow, name: string): Promise<void> {
  const { page } = window;
  await goTo(page, 'People');
  await page.getByRole('button', { name: 'The Marys' }).click();
  await filters(window)
    .getByRole('button', { name: /^Name begins/ })
    .click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Name', exact: true }).fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('button', { name: 'Save changes' }).waitFor({ state: 'detached' });
}

test('both change one value apart, both values are kept, and one of them decides', async () => {
  for (const { page } of [alice, bob]) {
    await goTo(page, 'Team');
    await page.getByRole('button', { name: 'Pause sync' }).click();
    await page.getByText('Sync is paused').waitFor();
  }
  await openPerson(alice, 'Ada Lovelace');
  await setNickname(alice, 'By Alice');
  await openPerson(bob, 'Ada Lovelace');
  await setNickname(bob, 'By Bob');
  await changeView(alice, 'Grace');
  await changeView(bob, 'Ada');
  for (const { page } of [alice, bob]) {
    await goTo(page, 'Team');
    await page.getByRole('button', { name: 'Resume sync' }).click();
  }
  const link = alice.page.getByRole('link', { name: 'Conflicts (2)' });
  await link.waitFor();
  await bob.page.getByRole('link', { name: 'Conflicts (2)' }).waitFor();
  await link.click();
  await alice.page.getByRole('heading', { level: 1, name: 'Conflicts' }).waitFor();
  const card = alice.page.getByRole('listitem', { name: 'Nickname of Ada Lovelace' });
  for (const text of ['By Alice', 'By Bob', 'Typed by Alice', 'Typed by Bob'])
    await expect.poll(() => card.textContent()).toContain(text);
  expect(await seriousFindings(alice.page)).toEqual([]);
  const view = alice.page.getByRole('listitem', { name: 'Filter of The Marys' });
  for (const name of ['Grace', 'Ada'])
    await view.getByText(`People: Name begins with “${name}”`, { exact: true }).waitFor();
  expect(await view.getByRole('button', { name: 'Write another' }).count()).toBe(0);
  await view.getByRole('button', { name: 'Use the other' }).click();
  await view.waitFor({ state: 'detached' });
  await card.focus();
  await alice.page.keyboard.press('2');
  await alice.page.getByText('No conflicts').waitFor();
  await goTo(bob.page, 'Team');
  await bob.page.getByRole('link', { name: 'Conflicts (0)' }).waitFor();
});

test('a network that costs by use carries nothing until its owner says otherwise', async () => {
  const costs = bob.page.getByRole('switch', { name: /costs by use: do not sync here/ }).first();
  const rail = bob.page.getByRole('navigation').getByRole('link', { name: 'Not syncing here' });
  await goTo(bob.page, 'Team');
  await costs.click();
  await bob.page.getByText('Not syncing on this network').waitFor();
  await rail.waitFor();
  await bob.page.getByText(/Last reached/).waitFor();
  await expect
    .poll(() => bob.page.getByRole('button', { name: 'Compare now' }).isDisabled())
    .toBe(true);
  await bob.page.getByRole('button', { name: 'Check the connection' }).click();
  await bob.page.getByText('nothing was tried').waitFor();
  expect(await seriousFindings(bob.page)).toEqual([]);
  await goTo(alice.page, 'Team');
  await alice.page.getByText(/Cannot be reached since/).waitFor();
  await addPerson(alice, 'Edith', 'Clarke');
  await bob.reload();
  await rail.waitFor();
  await goTo(bob.page, 'People');
  await bob.page.getByText('Grace Hopper').waitFor();
  expect(await bob.page.getByText('Edith Clarke').count()).toBe(0);
  await goTo(bob.page, 'Team');
  await costs.click();
  await goTo(bob.page, 'People');
  await bob.page.getByText('Edith Clarke').waitFor();
  await rail.waitFor({ state: 'detached' });
});

test('the Team page is sound for screen readers and tells the truth', async () => {
  await agreed(alice.page);
  expect(await seriousFindings(alice.page)).toEqual([]);
  await alice.page.getByRole('button', { name: 'Check the connection' }).click();
  await alice.page.getByText('Direct connection.').waitFor();
  await alice.page.getByText('Connected to 1 teammate’s laptop.').waitFor();
});

test('a request can be refused, and wrong words are told apart from it', async () => {
  const carol = await openWindow();
  try {
    await askToJoin(carol.page, 'qwerty', 'Carol');
    expect(await carol.page.getByText('waits for the team').count()).toBe(0);
    await carol.page.getByText('“qwerty” is not one of the invite words.').first().waitFor();
    await carol.page.getByLabel('Invite words').fill(await invite(alice.page));
    await carol.page.getByRole('button', { name: 'Ask to join' }).click();
    await alice.page.getByRole('button', { name: 'Refuse' }).click();
    await carol.page.getByText('They said no').waitFor();
  } finally {
    await carol.close();
  }
});

test('a removed laptop keeps what it had and gets nothing more', async () => {
  const dave = await openWindow();
  try {
    await letIn(alice.page, dave.page, 'Dave');
    await goTo(alice.page, 'Team');
    await alice.page.getByRole('button', { name: /Actions for Dave/ }).click();
    await alice.page.getByRole('menuitem', { name: 'Remove from the team' }).click();
    await alice.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await dave.page.getByText('You were removed from the team').waitFor();
    await addPerson(alice, 'Alan', 'Turing');
    await goTo(bob.page, 'People');
    await bob.page.getByText('Alan Turing').waitFor();
    await goTo(dave.page, 'People');
    await dave.page.getByText('Grace Hopper').waitFor();
    expect(await dave.page.getByText('Alan Turing').count()).toBe(0);
  } finally {
    await dave.close();
  }
});

test('each sees where the other is, what they edit, and their cursor in the note', async () => {
  const spokenBy = await recordSpoken(alice.page);
  await openPerson(alice, 'Grace Hopper');
  await openPerson(bob, 'Grace Hopper');
  await bob.page.getByText('Alice is here').waitFor();
  await (await editorOf(alice.page, 'Nickname')).focus();
  await bob.page.getByText('Alice is here and editing Nickname').waitFor();
  const note = (page: OpenWindow['page']) => page.getByRole('textbox', { name: 'Note' });
  await note(alice.page).click();
  await alice.page.keyboard.type('Found the moth');
  await note(bob.page).getByText('Found the moth').waitFor();
  await bob.page.locator('.collaboration-carets__label', { hasText: 'Alice' }).waitFor();
  await note(bob.page).click();
  await bob.page.keyboard.press('Control+End');
  await bob.page.keyboard.type(' in relay 70');
  await expect.poll(() => note(alice.page).textContent()).toContain('in relay 70');
  // The hub hears of a room for the note, and not whose note it is.
  const toHub = (await spokenBy()).filter((text) => text.includes('hub.say'));
  expect(toHub.filter((text) => /n[\da-f]{64}/.test(text))).not.toEqual([]);
  expect(toHub.filter((text) => text.includes(idOf(alice)))).toEqual([]);
  await goTo(alice.page, 'People');
  await expect.poll(() => bob.page.getByText('Alice is here').count()).toBe(0);
});

test('a file carries what is new where no network does', async () => {
  for (const { page } of [alice, bob]) {
    await goTo(page, 'Team');
    await page.getByRole('button', { name: 'Pause sync' }).click();
    await page.getByText('Sync is paused').waitFor();
  }
  await addPerson(alice, 'Katherine', 'Johnson');
  await goTo(alice.page, 'Team');
  const saving = alice.page.waitForEvent('download');
  await alice.page.getByRole('button', { name: 'Make a file with everything' }).click();
  const path = await (await saving).path();
  await bob.page.getByLabel('Choose a Rapport file').setInputFiles(path);
  await bob.page
    .getByText(/records were read\. 1 was new here/)
    .first()
    .waitFor();
  await goTo(bob.page, 'People');
  await bob.page.getByText('Katherine Johnson').waitFor();
  await goTo(bob.page, 'Team');
  const junk = {
    name: 'x.rapport',
    mimeType: 'text/plain',
    buffer: Buffer.from('RAPBUND2junk'),
  };
  await bob.page.getByLabel('Choose a Rapport file').setInputFiles(junk);
  await bob.page
    .getByText(/not a Rapport file, or it was damaged/)
    .first()
    .waitFor();
  for (const { page } of [alice, bob]) {
    await goTo(page, 'Team');
    await page.getByRole('button', { name: 'Resume sync' }).click();
  }
  await agreed(bob.page);
});

test('private people stay on their laptop until they are shared', async () => {
  await goTo(alice.page, 'Settings');
  await alice.page.getByRole('button', { name: 'Load the sample team' }).click();
  const spokenBy = await recordSpoken(alice.page);
  await openPerson(alice, 'Femi Okafor');
  await alice.page.getByText('Private to this laptop').waitFor();
  const femi = idOf(alice);
  await (await editorOf(alice.page, 'Nickname')).focus();
  await alice.page.getByLabel('What happened').fill('Spoke about the turquoise lampshade');
  await alice.page.getByRole('button', { name: 'Log', exact: true }).click();
  await agreed(alice.page);
  await goTo(bob.page, 'People');
  await bob.page.getByText('Grace Hopper').waitFor();
  expect(await bob.page.getByText('Femi Okafor').count()).toBe(0);
  // To the host, which writes it down, but not to teammates: `path` is what they are told.
  const told = async () => (await spokenBy()).filter((text) => text.includes('"path":'));
  await openPerson(alice, 'Grace Hopper');
  const grace = idOf(alice);
  await expect
    .poll(async () => (await told()).filter((text) => text.includes(grace)).length)
    .toBeGreaterThan(0);
  expect((await told()).filter((text) => text.includes(femi))).toEqual([]);
  await openPerson(alice, 'Femi Okafor');
  await alice.page.getByText(/notes?, roles? (?:or|and) posts? goe?s? along/).waitFor();
  await alice.page
    .getByText(/Also shared: .*Studio Okafor.*, without the private people there/)
    .waitFor();
  await alice.page.getByRole('button', { name: 'Share with the team' }).click();
  await openPerson(bob, 'Femi Okafor');
  await bob.page.getByText('Spoke about the turquoise lampshade').waitFor();
  await bob.page.getByRole('link', { name: 'Studio Okafor' }).waitFor();
  await bob.page.getByRole('button', { name: 'Actions' }).click();
  await bob.page.getByRole('menuitem', { name: 'Erase for good' }).click();
  const dialog = bob.page.getByRole('dialog', { name: 'Erase for good?' });
  await dialog.getByText(/on the laptop of Alice, .*Backups that lie there hold it/).waitFor();
  await dialog.getByRole('button', { name: 'Keep' }).click();
});
