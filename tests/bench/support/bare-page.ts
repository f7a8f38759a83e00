// Builds a peer's page as ours is built, and the server beside it where it has one.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import { build } from 'vite';

import { wordsMacro } from '../../../build/words-plugin.ts';

const pages = join(import.meta.dirname, '..', 'pages');

/** `data` lies beside the page as JSON files, by name. Answers with the page's folder. */
export async function buildBarePage(
  name: string,
  data: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const outDir = join(mkdtempSync(join(tmpdir(), 'rapport-bare-')), 'renderer');
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(pages, name),
    plugins: [react(), babel({ plugins: [wordsMacro], presets: [reactCompilerPreset()] })],
    build: { outDir, emptyOutDir: true, minify: 'oxc', target: 'esnext' },
  });
  for (const [file, value] of Object.entries(data))
    writeFileSync(join(outDir, file), JSON.stringify(value));
  return outDir;
}

/** The page `bare-shell` and its server; answers with the path of the server's program. */
export async function buildBareShell(): Promise<string> {
  const outDir = join(await buildBarePage('bare-shell'), '..', 'main');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      outDir,
      emptyOutDir: true,
      ssr: join(pages, 'bare-shell', 'server.ts'),
      target: 'node24',
      minify: false,
      rolldownOptions: {
        external: ['bufferutil', 'utf-8-validate'],
        output: { format: 'es', entryFileNames: 'server.js' },
      },
    },
  });
  return join(outDir, 'server.js');
}
