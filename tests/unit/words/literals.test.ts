// No words for people stand in the window's sources outside the macros (what
// react/jsx-no-literals cannot see: attributes, properties, choices).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { literalsIn } from '../../support/window/literals.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

test('the window says nothing that is not in the catalogue', async () => {
  const found: string[] = [];
  for (const name of readdirSync(join(root, 'src-renderer'), {
    recursive: true,
    encoding: 'utf8',
  })) {
    const path = `src-renderer/${name}`;
    if (!/\.tsx?$/.test(name)) continue;
    for (const { line, text, why } of await literalsIn(
      path,
      readFileSync(join(root, path), 'utf8'),
    ))
      found.push(`${path}:${line} ${why}: ${text}`);
  }
  expect(found).toEqual([]);
});

test.each([
  ['<p>Save it</p>', 'text in JSX'],
  ['<p>{done ? "Saved" : ""}</p>', 'text in JSX'],
  ['<p title="Save it" />', 'attribute title'],
  ['<p aria-label={`Remove ${name}`} />', 'attribute aria-label'],
  ['say({ title: "Saved" })', 'property title'],
  ['() => t`In {brackets}`', 'a brace that is read as a place for a value'],
  ['t`Saved`', 'read before the language is chosen: use msg'],
])('%s is found', async (code, why) => {
  expect((await literalsIn('page.tsx', `export const x = ${code};`)).map((one) => one.why)).toEqual(
    [why],
  );
});

test.each([
  '<Trans>Save <b>{name}</b></Trans>',
  '<p title={t`Save it`}>{name} · {count}</p>',
  '<Plural value={n} one="One person" other="# people" />',
])('%s is not', async (code) => {
  expect(await literalsIn('page.tsx', `export const X = (t) => ${code};`)).toEqual([]);
});
