// What else listening is about: the explanation, networks that show nothing, pictures,
// words to watch for, changes, lists, and a feed that fails.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { addPerson, goTo } from '../support/window/browser.ts';
import { type FeedServer, rss, startFeedServer } from '../support/feeds/server.ts';
import { agreeToListen, follow } from '../support/feeds/listening.ts';
import { addTo, valueOf } from '../support/window/values.ts';
import { openWindow, type OpenWindow } from '../support/window/window.ts';

let open: OpenWindow;
let server: FeedServer;

beforeEach(async () => {
  server = await startFeedServer();
  open = await openWindow();
});
afterEach(async () => {
  await open.close();
  await server.close();
});

const now = (): string => new Date().toUTCString();
const one = (words: string) => ({
  title: words,
  link: `https://ada.example/${words.length}`,
  date: now(),
});
const page = () => open.page;

test('nothing is fetched before the explanation is agreed to; a page leads to its feed', async () => {
  server.route('/blog', (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        '<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss.xml" title="Ada">',
      );
  });
  server.route('/rss.xml', rss('Ada writes', [one('Hello world')]));
  await goTo(page(), 'Listening');
  await page().getByText('Nobody is followed yet').waitFor();
  await addPerson(page(), 'Ada Lovelace');
  await page().getByRole('button', { name: 'Follow', exact: true }).click();
  await page().getByRole('button', { name: 'Not now' }).click();
  expect(server.hits()).toBe(0);
  await agreeToListen(page());
  await page().getByLabel('Address, handle or profile link').fill(`${server.origin}/blog`);
  await page().getByRole('button', { name: 'Look', exact: true }).click();
  await page().getByText('127.0.0.1 is not on the internet').waitFor();
  expect(server.hits()).toBe(0);
  await page()
    .getByRole('button', { name: /^Allow/ })
    .click();
  await page().getByRole('checkbox', { name: 'Ada writes' }).waitFor();
  await page().getByRole('dialog').getByText('Hello world').waitFor();
  await page().getByRole('dialog').getByRole('button', { name: 'Follow', exact: true }).click();
  await page().locator('.post').getByText('Hello world').waitFor();
  await page().locator('.post').getByText('New', { exact: true }).waitFor();
  await page().getByRole('button', { name: 'Mark 1 read' }).click();
  await expect
    .poll(() => page().locator('.post').getByText('New', { exact: true }).count())
    .toBe(0);
});

test('what is typed wrong, or leads nowhere, is answered in words and nothing is added', async () => {
  server.route('/page', (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<html><body>No feed</body></html>');
  });
  await addPerson(page(), 'Ada Lovelace');
  await agreeToListen(page());
  const typed = page().getByLabel('Address, handle or profile link');
  const look = page().getByRole('button', { name: 'Look', exact: true });
  await typed.fill('two words');
  await look.click();
  await page().getByRole('alert').getByText('Type an address like ada.example').waitFor();
  await typed.fill(`${server.origin}/page`);
  await look.click();
  await page()
    .getByRole('button', { name: /^Allow/ })
    .click();
  await page()
    .getByRole('alert')
    .getByText('Nothing that can be followed was found there')
    .waitFor();
  await typed.fill('https://www.linkedin.com/in/ada');
  await look.click();
  await page().getByText('shows posts only to people who are signed in').waitFor();
  await page().getByLabel('Keep a post of theirs').fill('We are hiring!');
  await page().getByRole('button', { name: 'Keep', exact: true }).click();
  const timeline = page().getByRole('region', { name: 'Timeline' });
  await timeline.getByText('We are hiring!').waitFor();
  await timeline.getByText('On LinkedIn').waitFor();
});

test('a handle in the record is offered and not followed by itself', async () => {
  await addPerson(page(), 'Ada Lovelace');
  await addTo(page(), 'Contact', 'Handle');
  await page().getByLabel('New handle').fill('https://twitter.com/ada');
  await page().keyboard.press('Enter');
  await valueOf(page(), 'Handle').waitFor();
  await agreeToListen(page());
  await page()
    .getByRole('button', { name: /twitter\.com\/ada \(X/ })
    .click();
  await page().getByRole('link', { name: 'Open the profile in the browser' }).waitFor();
});

test('a picture is fetched when asked for, redrawn, and then shown without asking again', async () => {
  const png = await page().evaluate(async () => {
    const canvas = new OffscreenCanvas(40, 30);
    canvas.getContext('2d')?.fillRect(0, 0, 40, 30);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  server.route('/a.png', (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from(png));
  });
  server.route('/b.svg', (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg onload="alert(1)"/>');
  });
  const html = `<p>Look</p><img src="${server.origin}/a.png" alt="A black box"><img src="${server.origin}/b.svg" alt="A drawing">`;
  server.route('/rss.xml', rss('Ada', [{ ...one('Picture'), html }]));
  await addPerson(page(), 'Ada Lovelace');
  await agreeToListen(page());
  await follow(page(), `${server.origin}/rss.xml`);
  await page().locator('.post').getByText('Look', { exact: true }).waitFor();
  expect(server.hits('/a.png')).toBe(0);
  await page().getByRole('button', { name: 'Show picture: A black box' }).click();
  await page().getByRole('img', { name: 'A black box' }).waitFor();
  await page().getByRole('button', { name: 'Show picture: A drawing' }).click();
  await page().getByText('not a picture that can be shown safely').waitFor();
  await open.reload();
  await page().getByRole('button', { name: 'Show picture: A black box' }).click();
  await page().getByRole('img', { name: 'A black box' }).waitFor();
  expect(server.hits('/a.png')).toBe(1);
});

test('words to watch for, muting, and a person nobody listens to for now', async () => {
  await addPerson(page(), 'Ada Lovelace');
  await agreeToListen(page());
  await page().keyboard.press('Escape');
  await page().getByRole('dialog').waitFor({ state: 'detached' });
  await goTo(page(), 'Listening');
  await page().getByRole('button', { name: 'What following somebody means' }).click();
  await page().getByText('follows one person by twelve feeds at most').waitFor();
  server.route('/rss.xml', rss('Ada', [one('Moving to Lisbon')]));
  await goTo(page(), 'People');
  await page().getByRole('row', { name: /Ada/ }).click();
  await follow(page(), `${server.origin}/rss.xml`);
  await page().locator('.post').first().waitFor();
  await goTo(page(), 'Listening');
  await page()
    .getByRole('tab', { name: /^Watched/ })
    .click();
  await page().getByLabel('Words to watch for').first().fill('lisbon');
  await page().keyboard.press('Enter');
  await page().getByText('No new post holds a word you watch for.').waitFor();
  server.route('/more.xml', rss('Ada', [one('Lisbon at last!')]));
  await goTo(page(), 'People');
  await page().getByRole('row', { name: /Ada/ }).click();
  await follow(page(), `${server.origin}/more.xml`);
  await page().getByText('A new post mentions “lisbon”.').first().waitFor();
  await goTo(page(), 'Listening');
  await page()
    .getByRole('tab', { name: /^Watched/ })
    .click();
  await page().locator('.post').getByText('Lisbon at last!').waitFor();
  await page().getByRole('button', { name: 'Mark these read' }).click();
  await page().getByText('No new post holds a word you watch for.').waitFor();
  await page().keyboard.press('Control+k');
  await page().getByLabel('Find', { exact: true }).fill('lisb');
  await page().getByText('Find “lisb” in posts').click();
  await page()
    .getByRole('tab', { name: /^Posts/ })
    .click();
  await goTo(page(), 'People');
  await page().getByRole('row', { name: /Ada/ }).click();
  await page().getByRole('button', { name: 'Listening', exact: true }).click();
  await page().getByRole('menuitem', { name: 'Mute on this laptop' }).click();
  await page().getByText('Muted: new posts are kept').waitFor();
  await page().getByRole('button', { name: 'Listening', exact: true }).click();
  await page().getByRole('menuitem', { name: 'Stop listening to them' }).click();
  await page().getByText('Nobody in the team listens to them').waitFor();
});

test('a feed that fails has one calm line; what was posted stays', async () => {
  server.route('/rss.xml', rss('Ada', [one('Still here')]));
  await addPerson(page(), 'Ada Lovelace');
  await agreeToListen(page());
  await follow(page(), `${server.origin}/rss.xml`);
  await page().locator('.post').getByText('Still here').waitFor();
  await goTo(page(), 'Listening');
  await page()
    .getByRole('tab', { name: /^Feeds/ })
    .click();
  await page()
    .getByText(/1 new post, 1 KB/)
    .waitFor();
  await page()
    .getByText(/^Up to date as of/)
    .waitFor();
});

test('a list of feeds comes in for people of that name and for new ones, and goes out', async () => {
  await addPerson(page(), 'Ada Lovelace');
  await agreeToListen(page());
  await page().keyboard.press('Escape');
  await page().getByRole('dialog').waitFor({ state: 'detached' });
  server.route('/rss.xml', rss('Ada', [one('One')]));
  await follow(page(), `${server.origin}/rss.xml`);
  await goTo(page(), 'Listening');
  await page()
    .getByRole('tab', { name: /^Feeds/ })
    .click();
  const opml = `<?xml version="1.0"?><opml version="2.0"><body><outline text="Friends">
    <outline text="Ada Lovelace" type="rss" xmlUrl="${server.origin}/second.xml"/>
    <outline text="Grace Hopper" type="rss" xmlUrl="${server.origin}/grace.xml"/>
    <outline text="Not wanted" type="rss" xmlUrl="${server.origin}/no.xml"/></outline></body></opml>`;
  const file = { name: 'feeds.opml', mimeType: 'text/x-opml', buffer: Buffer.from(opml) };
  await page().locator('input[type=file]').setInputFiles(file);
  const dialog = page().getByRole('dialog', { name: 'Whose feeds are these?' });
  await dialog.getByText('1 of 3 will be followed.').waitFor();
  await dialog.getByLabel('Whose is Grace Hopper').first().click();
  await page().getByRole('option', { name: 'New person: Grace Hopper' }).click();
  await dialog.getByRole('button', { name: 'Follow 2' }).click();
  await page().getByText('3 feeds').waitFor();
  const [download] = await Promise.all([
    page().waitForEvent('download'),
    page().getByRole('button', { name: 'Take the list' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('rapport-feeds.opml');
});

test('a word that is watched for from now on finds what is unread already', async () => {
  server.route('/rss.xml', rss('Ada', [one('Bread in Lisbon'), one('Nothing else')]));
  await addPerson(page(), 'Ada Lovelace');
  await agreeToListen(page());
  await follow(page(), `${server.origin}/rss.xml`);
  await page().locator('.post').first().waitFor();
  await goTo(page(), 'Listening');
  await page().getByRole('button', { name: 'Look now' }).click();
  await page().getByText('Looked at only just now: try again in a few minutes.').first().waitFor();
  await page()
    .getByRole('tab', { name: /^Watched/ })
    .click();
  await page().getByLabel('Words to watch for').first().fill('lisbon');
  await page().keyboard.press('Enter');
  await page().locator('.post').getByText('Bread in Lisbon').waitFor();
  await expect.poll(() => page().locator('.post').count()).toBe(1);
  await page().keyboard.press('Backspace');
  await page().getByText('Add a word, and new posts that hold it are listed here.').waitFor();
});
