// The catalogue of words: `npm run words` collects every phrase of the sources (the
// macros in the window, src-shared/words/phrases.ts) into src-shared/words/locales/en.json.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { transformAsync } from '@babel/core';
import extractMessages from '@lingui/babel-plugin-extract-messages';
import linguiMacro from '@lingui/babel-plugin-lingui-macro';

import { phrases } from '../src-shared/words/phrases.ts';
import { linguiConfig } from './words-plugin.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
export const cataloguePath = join(root, 'src-shared/words/locales/en.json');

type Found = { readonly id: string; readonly message?: string };

/** Id to English, sorted by id, so that what two people add seldom meets. */
export async function collectWords(): Promise<Record<string, string>> {
  const found: Found[] = Object.entries(phrases).map(([id, message]) => ({ id, message }));
  for (const path of sourcesIn('src-renderer')) found.push(...(await wordsOf(path)));
  const sorted = found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return Object.fromEntries(sorted.map(({ id, message }) => [id, message ?? '']));
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(root, folder, name));
}

async function wordsOf(path: string): Promise<Found[]> {
  const code = readFileSync(path, 'utf8');
  if (!/@lingui\/(?:core|react)\/macro/.test(code)) return [];
  const found: Found[] = [];
  await transformAsync(code, {
    code: false,
    babelrc: false,
    configFile: false,
    filename: path,
    parserOpts: { plugins: path.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
    plugins: [
      [linguiMacro, { linguiConfig, descriptorFields: 'all' }],
      [extractMessages, { linguiConfig, onMessageExtracted: (word: Found) => found.push(word) }],
    ],
  });
  return found;
}

if (import.meta.main) {
  const words = await collectWords();
  writeFileSync(cataloguePath, `${JSON.stringify(words, null, 2)}\n`);
  console.log(`${Object.keys(words).length} phrases`);
}
