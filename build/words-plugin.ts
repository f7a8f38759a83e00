// The catalogue as the window gets it: compiled, so that no parser of messages is part of
// the page, and without what only shells and the command line say.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { makeConfig } from '@lingui/conf';
import linguiMacro from '@lingui/babel-plugin-lingui-macro';
import type { PluginItem } from '@babel/core';
import type { Plugin } from 'vite';

const catalogue = /\/words\/locales\/\w+\.json$/;
// Without `.json` at the end, which others would read as such.
const prefix = '\0words:';
const notInTheWindow = /^(?:cli|menu|shell)\./;

export const linguiConfig = makeConfig(
  { locales: ['en'], sourceLocale: 'en' },
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
      this.addWatchFile(path);
      const json = JSON.stringify(compiled(readFileSync(path, 'utf8')));
      return `export default JSON.parse(${JSON.stringify(json)})`;
    },
  };
}

function compiled(json: string): Record<string, unknown> {
  const messages: Record<string, string> = JSON.parse(json);
  return Object.fromEntries(
    Object.entries(messages)
      .filter(([id]) => !notInTheWindow.test(id))
      .map(([id, message]) => [id, compileMessageOrThrow(message)]),
  );
}
