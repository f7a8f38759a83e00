// The catalogue as the window gets it: compiled, so that no parser of messages is part of
// the page, without what only shells and the command line say.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { makeConfig } from '@lingui/conf';
import linguiMacro from '@lingui/babel-plugin-lingui-macro';
import type { PluginItem } from '@babel/core';
import type { Plugin } from 'vite';

import { languages } from '../src-shared/words/languages.ts';

const catalogue = /\/words\/locales\/\w+\.json$/;
// Without `.json` at the end, which others would read as such.
const prefix = '\0words:';
const notInTheWindow = /^(?:cli|menu|shell)\./;

export const linguiConfig = makeConfig(
  { locales: [...languages], sourceLocale: 'en' },
  { skipValidation: true },
);

/** Turns the macros of Lingui into calls; goes before React Compiler. */
export const wordsMacro: PluginItem = [linguiMacro, { linguiConfig }];

export function compiledWords(): Plugin {
  return {
    name: 'compiled-words',
    enforce: 'pre',
    resolveId: {
      filter: { id: catalogue },
      handler: (source, importer) =>
        `${prefix}${resolve(dirname(importer ?? ''), source).replace(/\.json$/, '')}`,
    },
    load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const path = `${id.slice(prefix.length)}.json`;
      const english = join(dirname(path), 'en.json');
      for (const file of [english, path]) this.addWatchFile(file);
      // What is not translated yet is said in English.
      const json = JSON.stringify(compiled({ ...wordsIn(english), ...wordsIn(path) }));
      return `export default JSON.parse(${JSON.stringify(json)})`;
    },
  };
}

const wordsIn = (path: string): Record<string, string> => JSON.parse(readFileSync(path, 'utf8'));

function compiled(messages: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(messages)
      .filter(([id]) => !notInTheWindow.test(id))
      .map(([id, message]) => [id, compileMessageOrThrow(message)]),
  );
}
