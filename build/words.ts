// The catalogue of words: `npm run words` collects every phrase of the sources (the
// macros in the window, src-shared/words/phrases.ts) into src-shared/words/locales/en.json,
// and takes out of the other languages what nobody says any more.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { transformAsync } from '@babel/core';
import extractMessages from '@lingui/babel-plugin-extract-messages';
import linguiMacro from '@lingui/babel-plugin-lingui-macro';

import { type Language, languages } from '../src-shared/words/languages.ts';
import { phrases } from '../src-shared/words/phrases.ts';
import { linguiConfig } from './words-plugin.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
export const cataloguePath = (language: Language): string =>
  join(root, `src-shared/words/locales/${language}.json`);

const mostNamed = 8;

export const readWords = (language: Language): Record<string, string> =>
  JSON.parse(readFileSync(cataloguePath(language), 'utf8'));

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
  writeWords('en', words);
  console.log(`${Object.keys(words).length} phrases`);
  for (const language of languages.filter((one) => one !== 'en')) {
    const known = readWords(language);
    const kept = Object.keys(words).filter((id) => known[id] !== undefined);
    writeWords(language, Object.fromEntries(kept.map((id) => [id, known[id]])));
    const missing = Object.keys(words).filter((id) => known[id] === undefined);
    if (missing.length > 0) console.log(missingWords(language, missing));
  }
}

function writeWords(language: Language, words: { readonly [id: string]: string | undefined }) {
  writeFileSync(cataloguePath(language), `${JSON.stringify(words, null, 2)}\n`);
}

function missingWords(language: Language, ids: readonly string[]): string {
  const named = ids.slice(0, mostNamed).join(', ');
  const more = ids.length > mostNamed ? ', …' : '';
  return `${language}.json: ${ids.length} not translated yet (${named}${more})`;
}
