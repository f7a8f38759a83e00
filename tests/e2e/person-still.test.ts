// A person's page stands still once it is drawn: nothing jumps when the photo, the roles or
// the tags arrive.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { RecordId } from '../../src-shared/domain/record.ts';
import { makeRecord } from '../../src-shared/records/content.ts';
import { plainPng } from '../support/records/plain-png.ts';
import { filledProfile } from '../support/store/filled-profile.ts';
import { openReplica } from '../support/sync/replica.ts';
import { type OpenWindow, openWindow } from '../support/window/window.ts';

const idOf = (at: number): RecordId =>
  `01900000-0000-7000-8000-${String(at).padStart(12, '0')}` as RecordId;
const [full, plain, firm, role] = [idOf(1), idOf(2), idOf(3), idOf(4)];
const given = 'Wilhelmina Adelheid Konstanze Friederike von und zu der langen Straße hinter dem';

let open: OpenWindow;
beforeAll(async () => {
  const { context } = openReplica('alice');
  const photo = `data:image/png;base64,${plainPng(900, 900).toString('base64')}`;
  const tags = Array.from({ length: 30 }, (_, at) => ({ value: `a tag with words ${at}` }));
  open = await openWindow(
    await filledProfile(
      new Map([
        [
          'people',
          [
            makeRecord(
              {
                id: full,
                kind: 'person',
                fields: { given, family: 'Habsburg-Lothringen-Esterházy', photo },
                sets: {
                  tags,
                  emails: [{ value: 'w@example.com' }, { value: 'willa@example.org' }],
                  phones: [{ value: '+493012345678' }],
                },
                note: 'Met at the fair.',
              },
              context,
            ),
            makeRecord({ id: plain, kind: 'person', fields: { given: 'Ada' } }, context),
          ],
        ],
        [
          'groups',
          [makeRecord({ id: firm, kind: 'organisation', fields: { name: 'Acme' } }, context)],
        ],
        [
          'ties',
          [
            makeRecord(
              {
                id: role,
                kind: 'tie',
                fields: { type: 'role', from: full, to: firm, title: 'Head of everything' },
              },
              context,
            ),
          ],
        ],
      ]),
    ),
    { fetchesAhead: true },
  );
  await open.page.addInitScript(() => {
    Object.assign(globalThis, { jumps: [] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: {
          node?: Node;
          previousRect: DOMRectReadOnly;
          currentRect: DOMRectReadOnly;
        }[];
      })[])
        (globalThis as unknown as { jumps: string[] }).jumps.push(
          ...entry.sources.map(
            ({ node, previousRect: was, currentRect: is }) =>
              `${entry.value.toFixed(4)} ${
                node instanceof Element
                  ? `${node.tagName} ${node.className} ${node.textContent?.slice(0, 40)}`
                  : (node?.textContent ?? 'gone')
              }: ${was.x} ${was.y} ${was.width} ${was.height} → ${is.x} ${is.y} ${is.width} ${is.height}`,
          ),
        );
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await open.page.setViewportSize({ width: 1320, height: 2400 });
  await open.reload();
});
afterAll(() => open.close());

const jumps = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { jumps: string[] }).jumps);

/** Everything of the full page is there, and two frames have passed. */
async function isWhole(page: Page): Promise<void> {
  await page.locator('.page-head img.face').waitFor();
  await page.getByText('Head of everything').first().waitFor();
  await page.getByText('a tag with words 29').waitFor();
  await page.getByText('Met at the fair.').waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(done)));
      }),
  );
}

/** What moved before is told a frame later. */
const forget = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            (globalThis as unknown as { jumps: string[] }).jumps.length = 0;
            done();
          }),
        );
      }),
  );

test('opened by a link', async () => {
  const { page } = open;
  await page.getByText('2 people', { exact: true }).waitFor();
  await forget(page);
  await page.evaluate((id) => {
    location.hash = `/people/${id}`;
  }, full);
  await isWhole(page);
  expect(await jumps(page)).toEqual([]);
});

test('loaded again', async () => {
  const { page } = open;
  await open.reload();
  await isWhole(page);
  expect(await jumps(page)).toEqual([]);
});

test('opened by a click in the list', async () => {
  const { page } = open;
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  await page.getByText('2 people', { exact: true }).waitFor();
  // The list itself is drawn by then, its last row with its face.
  await page.getByRole('row').filter({ hasText: 'Wilhelmina' }).locator('.face').waitFor();
  await page.getByRole('row').filter({ hasText: 'Ada' }).locator('.face').waitFor();
  await forget(page);
  await page.getByRole('row').filter({ hasText: 'Wilhelmina' }).click();
  await isWhole(page);
  expect(await jumps(page)).toEqual([]);
});

test('a name of several lines has its room above what follows it', async () => {
  const { page } = open;
  for (const [width, height] of [
    [1_280, 800],
    [640, 400],
  ] as const) {
    await page.setViewportSize({ width, height });
    const name = await page.getByRole('heading', { level: 1 }).boundingBox();
    const below = await page.getByText('Head of everything').first().boundingBox();
    if (name === null || below === null) throw new Error('nothing is shown');
    expect(name.y + name.height).toBeLessThanOrEqual(below.y);
  }
});
