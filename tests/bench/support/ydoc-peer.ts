// Two pages that share one Y.Doc over our PeerConnection, each with a storage of its own.

import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { withPeerPages } from './peer-page.ts';

const entry = join(import.meta.dirname, '..', 'pages', 'ydoc-pair.ts');

/** Milliseconds until a newcomer has the rows sorted, searchable and stored. */
export function receiveByYdoc(rows: readonly unknown[]): Promise<number> {
  return withPair(rows, async (holder, newcomer) => {
    await holder.evaluate('holdAll()');
    await holder.evaluate('void meet(false)');
    return newcomer.evaluate<number>(`receiveAll(${rows.length})`);
  });
}

/** `use` gets two connected pages with one field `Nickname` each. */
export function withYdocField<T>(use: (a: Page, b: Page) => Promise<T>): Promise<T> {
  return withPair([], async (a, b) => {
    for (const page of [a, b]) await page.evaluate('showField()');
    await Promise.all([a.evaluate('meet(true)'), b.evaluate('meet(false)')]);
    return use(a, b);
  });
}

function withPair<T>(rows: readonly unknown[], use: (a: Page, b: Page) => Promise<T>): Promise<T> {
  return withPeerPages(entry, { '/rows.json': JSON.stringify(rows) }, async (open) => {
    const [a, b] = [await open(), await open()];
    for (const page of [a, b]) page.on('console', (message) => console.error(message.text()));
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      await from.exposeFunction('signalOther', (signal: string) =>
        to.evaluate(`signal(${signal})`),
      );
    return use(a, b);
  });
}
