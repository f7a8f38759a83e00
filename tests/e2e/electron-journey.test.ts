import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { makeGoogleCsv } from '../bench/google-csv.ts';
import { typeValue } from '../support/window/values.ts';
import { addPerson, goTo } from '../support/window/browser.ts';
import { rss, startFeedServer } from '../support/feeds/server.ts';
import { agreeToListen, follow } from '../support/feeds/listening.ts';
import { type Bench, canRunElectron, openElectronBench } from '../support/window/electron.ts';

describe.runIf(canRunElectron())('the desktop window', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openElectronBench();
  });
  afterAll(() => bench.close());

  test('a file comes in, a person is edited, everything is there after a new start, and leaves as CSV', async () => {
    const first = await bench.start();
    const { page } = first;
    await goTo(page, 'Import & export');
    const file = {
      name: 'contacts.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(makeGoogleCsv(300)),
    };
    await page.getByLabel('Choose a file').setInputFiles(file);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page
      .getByRole('alert')
      .getByText(/^300 people( and \d+ organisations)? created, 0 updated, 0 skipped/)
      .waitFor();
    await goTo(page, 'People');
    await page.getByLabel('Search').fill('zoe 129');
    await page.getByRole('row', { name: /zoe\..*129@example\.com/ }).click();
    await typeValue(page, 'Nickname', 'Zed');
    await first.app.close();

    const second = await bench.start();
    await second.page.getByText('300 people').waitFor();
    await second.page.getByLabel('Search').fill('zed');
    await second.page.getByRole('row', { name: /129@example\.com/ }).waitFor();
    const target = join(bench.profileDir, 'everybody.csv');
    await second.app.evaluate(({ session }, path) => {
      session.defaultSession.once('will-download', (_event, item) => item.setSavePath(path));
    }, target);
    await goTo(second.page, 'Import & export');
    await second.page.getByRole('tab', { name: 'Take people out' }).click();
    await second.page.getByText('300 people').first().waitFor();
    await second.page.getByRole('button', { name: 'Export', exact: true }).click();
    await expect.poll(() => linesOf(target)).toBeGreaterThanOrEqual(301);
    await second.app.close();
  });

  test('a person is followed, read, kept, and all of it is there after a new start', async () => {
    const server = await startFeedServer();
    server.route(
      '/rss',
      rss('Ada', [{ title: 'From the desktop', link: 'https://ada.example/1' }]),
    );
    const first = await bench.start();
    await addPerson(first.page, 'Ada Lovelace');
    await agreeToListen(first.page);
    await follow(first.page, `${server.origin}/rss`);
    const post = first.page.locator('.post');
    await post.getByText('From the desktop').waitFor();
    await post.getByRole('button', { name: 'Keep this post' }).click();
    await post.getByText('Kept', { exact: true }).waitFor();
    await first.app.close();
    await server.close();

    const second = await bench.start();
    await goTo(second.page, 'Listening');
    await second.page.locator('.post').getByText('From the desktop').waitFor();
    await second.page.locator('.post').getByText('Kept', { exact: true }).waitFor();
    await second.app.close();
  });
});

function linesOf(path: string): number {
  try {
    return readFileSync(path, 'utf8').trim().split('\r\n').length;
  } catch {
    return 0;
  }
}
