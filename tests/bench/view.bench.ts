// A saved view of people with ten fields of the team's own each: three conditions, one over a
// link, sorted by such a field. From the click to painted rows, against SQLite's bare query of
// the same rows; then scrolled through, with what kept the page from drawing.

import { join } from 'node:path';

import { chromium, type Page } from 'playwright-core';

import { databaseName } from '../../src-shared/schema/collections.ts';
import { inTurns, median, percentile, report } from './report.ts';
import { openBookFile } from './support/book.ts';
import { chromiumOptions } from './support/chromium-options.ts';
import { least, makeOwnFieldsBook, tag, trade, viewName } from './support/own-fields-book.ts';
import { timeJump } from './support/paging.ts';
import { startToRows } from './support/starts.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 100_000);
const rounds = 30;
const jumps = 80;
const longTaskMs = 50;
const { dir, fields } = await makeOwnFieldsBook(size);
const browser = await chromium.launch(chromiumOptions);
const viewport = { width: 1320, height: 860 };
const { page, shell } = await startToRows(await browser.newContext({ viewport }), dir);
const bare = openBookFile(join(dir, 'rapport.sqlite'), ['cache_size = -65536']);
const query = bare.prepare(bareSql());
const [first] = query.all() as { name: string }[];
if (first === undefined) throw new Error('the view is empty');

const samples = await inTurns(
  rounds,
  async () => {
    await show(page, 'Everybody', undefined);
    return show(page, viewName, first.name);
  },
  () => {
    const began = performance.now();
    query.all();
    return performance.now() - began;
  },
);
const peer = 'SQLite’s bare query of the same rows on the same file';
report({
  name: 'a view with three conditions, one over a link, to painted rows, p95',
  size,
  value: percentile(samples.ours, 0.95),
  unit: 'ms',
  peer,
  peerValue: percentile(samples.peer, 0.95),
  mark: 3,
});
report({
  name: 'the same, p50',
  size,
  value: median(samples.ours),
  unit: 'ms',
  peer,
  peerValue: median(samples.peer),
});

await show(page, 'Everybody', undefined);
await page.evaluate(() => {
  const tasks: number[] = [];
  Object.assign(globalThis, { longTasks: tasks });
  new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({ type: 'longtask' });
});
for (let turn = 0; turn < jumps; turn++) await timeJump(page, turn);
const tasks = await page.evaluate(
  () => (globalThis as unknown as { longTasks: number[] }).longTasks,
);
report({
  name: `tasks above ${longTaskMs} ms in ${jumps} jumps through everybody`,
  size,
  value: tasks.length,
  unit: 'tasks',
  mark: 0,
});
report({
  name: 'the longest of them',
  size,
  value: Math.max(0, ...tasks),
  unit: 'ms',
});
bare.close();
await browser.close();
await shell.stop();
process.exit(0);

/** Milliseconds from the click to the frame that shows the view's rows. */
function show(on: Page, name: string, firstName: string | undefined): Promise<number> {
  return on
    .getByRole('group', { name: 'Saved views' })
    .getByRole('button', { name, exact: true })
    .evaluate(
      (button: HTMLElement, wanted) =>
        new Promise<number>((resolve, reject) => {
          const textOfFirst = (): string =>
            document.querySelector('#row-0 .who')?.textContent ?? '';
          const before = textOfFirst();
          const isThere = (): boolean => {
            const text = textOfFirst();
            return wanted === undefined ? text !== '' : text.endsWith(wanted) && text !== before;
          };
          const began = performance.now();
          const look = (): void => {
            if (performance.now() - began > 60_000) reject(new Error('the rows never came'));
            if (!isThere()) return void requestAnimationFrame(look);
            // A task after the frame's callbacks comes when it has been painted.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - began);
            port2.postMessage(0);
          };
          button.click();
          requestAnimationFrame(look);
        }),
      firstName,
    );
}

/** The first hundred rows of the view and how many there are, as somebody would ask by hand. */
function bareSql(): string {
  const numberOf = (collection: string): number =>
    Number(
      bare
        .prepare(`SELECT number FROM collections WHERE database = ? AND collection = ?`)
        .get(databaseName, collection)?.['number'],
    );
  const [people, ties, groups] = [numberOf('people'), numberOf('ties'), numberOf('groups')];
  const [sorted = '', asked = ''] = fields;
  const measure = (id: string): string => `CAST(json_extract(p.data, '$.fields."${id}"') AS REAL)`;
  return `SELECT json_extract(p.data, '$.name') AS name, p.data, count(*) OVER () AS found
    FROM docs_${people} AS p
    WHERE json_extract(p.data, '$.status') = 'live'
      AND EXISTS (SELECT 1 FROM json_each(p.data, '$.sets.tags') AS t
        WHERE json_extract(t.value, '$.value') = '${tag}')
      AND ${measure(asked)} >= ${least}
      AND p.id IN (SELECT json_extract(r.data, '$.fields.from') FROM docs_${ties} AS r
        WHERE json_extract(r.data, '$.fields.type') = 'role'
        AND json_extract(r.data, '$.fields.to') IN (SELECT g.id FROM docs_${groups} AS g
          WHERE json_extract(g.data, '$.fields.name') LIKE '%${trade}%'))
    ORDER BY ${measure(sorted)}, json_extract(p.data, '$.sortKey'), p.id LIMIT 100`;
}
