// Suites: unit and plain (fast; plain without a process for each file), fault (kills processes, fills disks), e2e (real
// Chromium), desktop (real Electron), lan (real networks of namespaces) and sweep (simulations that
// take as long as one likes). build/test.mjs runs them side by side.
import babel from '@rolldown/plugin-babel';
import { defineConfig } from 'vitest/config';

import { wordsMacro } from './build/words-plugin.ts';

const desktop = 'tests/e2e/electron-*.test.ts';
/** Of values in, values out: nothing that one file leaves behind is seen by the next. */
const plain = ['duplicates', 'fields', 'history', 'records', 'transfer', 'values'].map(
  (folder) => `tests/unit/${folder}/**/*.test.{ts,tsx}`,
);

const windows = {
  // A page on a busy machine draws when it can; a wait ends as soon as it is there.
  expect: { poll: { timeout: 20_000 } },
  testTimeout: 180_000,
  hookTimeout: 180_000,
  fileParallelism: false,
  // One worker for all files, whose modules are loaded once, and with it one browser.
  isolate: false,
};

const unit = {
  plugins: [babel({ include: /\/src-renderer\//, plugins: [wordsMacro] })],
  test: {
    // Threads and laptops in memory answer when a busy machine lets them.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...unit,
        test: {
          ...unit.test,
          name: 'unit',
          include: ['tests/{unit,property,contract}/**/*.test.{ts,tsx}'],
          exclude: plain,
        },
      },
      { ...unit, test: { ...unit.test, name: 'plain', include: plain, isolate: false } },
      {
        plugins: [babel({ include: /\/src-renderer\//, plugins: [wordsMacro] })],
        test: {
          name: 'fault',
          include: ['tests/fault/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          ...windows,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: [desktop],
        },
      },
      { test: { ...windows, name: 'desktop', include: [desktop] } },
      {
        test: {
          name: 'sweep',
          include: ['tests/sweep/**/*.test.ts'],
          // Hours, when TEST_RUNS asks for them.
          testTimeout: 0,
        },
      },
      {
        test: {
          name: 'lan',
          expect: { poll: { timeout: 20_000 } },
          include: ['tests/lan/**/*.test.ts'],
          // They mostly wait: several networks at once cost little.
          maxWorkers: 2,
          testTimeout: 240_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'lan-sweep',
          expect: { poll: { timeout: 20_000 } },
          include: ['tests/lan-sweep/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
