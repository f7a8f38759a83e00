// Where the program of a thread lies: its source in tests, else among the built programs.

import { dirname, join } from 'node:path';

const here = import.meta.dirname;
const isSource = import.meta.filename.endsWith('.ts');
const builtIn = here.endsWith('chunks') ? dirname(here) : here;

/** `source`: its path in this folder. `built`: its name, as electron.vite.config.ts has it. */
export const threadProgram = (source: string, built: string): string =>
  isSource ? join(here, source) : join(builtIn, built);
