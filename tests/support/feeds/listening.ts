// Following people as somebody does in the window, with feeds of many kinds from a local
// server.

import type { Locator, Page } from 'playwright-core';

import { addPerson } from '../window/browser.ts';
import { feedCorpus } from './corpus.ts';
import type { FeedServer } from './server.ts';

/** Somebody for each of ten kinds: name, path on the server, feed of the corpus. */
export const tenPeople = [
  ['Ada Lovelace', '/@ada.rss', 'mastodon en 10 utf-8'],
  ['Bernd Müller', '/feed', 'wordpress de 15 utf-8'],
  ['منى الفهرية', '/feed.json', 'jsonFeed11 ar 1 utf-8-bom'],
  ['Dana Cohen', '/feeds/u/dana.xml', 'lemmy he 10 utf-8'],
  ['Emi Sato', '/feeds/videos.xml', 'youtube ja 15 utf-8'],
  ['Farid Khan', '/index.rdf', 'rdf10 en 10 utf-8'],
  ['Grace Hopper', '/podcast.xml', 'podcast en 10 utf-8'],
  ['Hana Novak', '/hana.atom', 'githubUser en 10 utf-8'],
  ['Ivan Petrov', '/user/ivan/.rss', 'reddit en 10 utf-8'],
  ['Jo Brown', '/atom.xml', 'atomXhtml en 10 utf-8'],
] as const;

export function serveTenKinds(server: FeedServer): void {
  const corpus = feedCorpus();
  for (const [, path, name] of tenPeople) {
    const feed = corpus.find((one) => one.name === name);
    if (feed === undefined) throw new Error(`the corpus has no ${name}`);
    server.route(path, (_request, response) => {
      response.writeHead(200, { 'content-type': feed.contentType }).end(feed.bytes);
    });
  }
}

/** The explanation is read and agreed to, once for a laptop. */
export async function agreeToListen(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Follow', exact: true }).click();
  await page.getByRole('dialog').getByText('Nothing goes through a server of ours').waitFor();
  await page.getByRole('button', { name: 'Let this laptop listen' }).click();
  await toFollow(page).waitFor();
}

/** The dialog in which somebody is followed. */
const toFollow = (page: Page): Locator => page.getByRole('dialog', { name: /^Follow/ });

/** On a person's page, where this laptop listens already: looks, allows the local server, follows. */
export async function follow(page: Page, address: string): Promise<void> {
  const dialog = toFollow(page);
  if (!(await dialog.isVisible()))
    await page.getByRole('button', { name: 'Follow', exact: true }).click();
  await dialog.getByLabel('Address, handle or profile link').fill(address);
  await dialog.getByRole('button', { name: 'Look', exact: true }).click();
  await dialog.getByRole('button', { name: /^Allow 127\.0\.0\.1/ }).click();
  await dialog.getByRole('checkbox').first().waitFor();
  await dialog.getByRole('button', { name: 'Follow', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

export async function followTen(page: Page, server: FeedServer): Promise<void> {
  for (const [at, [name, path]] of tenPeople.entries()) {
    await addPerson(page, name);
    if (at === 0) await agreeToListen(page);
    await follow(page, `${server.origin}${path}`);
  }
}
