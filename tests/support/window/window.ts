// A real Chromium on a real browser shell with a fresh profile, for journeys through
// the pages. Errors on the page's console fail the journey.

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

import { openBrowser } from './browser.ts';
import { newProfile, removeProfile, type Shell, startShell } from './loopback.ts';

/** One for all files of a worker, and ends with it: each window has a context of its own, and starting Chromium is dear. */
let browser: Promise<Browser> | undefined;

const wholePage = 4_000;

export type OpenWindow = {
  page: Page;
  shell: Shell;
  /** Reloads the page, as after closing and opening the tab. */
  reload: () => Promise<void>;
  /** What the page complained about until now, where that is meant to be. */
  takeFaults: () => string[];
  close: () => Promise<void>;
};

/**
 * `isDamaged`: no page is shown, because there is no book. `language`: of the words; dates
 * are those of Japan then, which hold no letters of ours. `system`: the system's language.
 * `isNew`: what is asked at a first start is shown. `fetchesAhead`: as everywhere but in tests;
 * whoever waits for an idle moment asks for it, too.
 */
export async function openWindow(
  profileDir = newProfile(),
  { isDamaged = false, language = '', system = 'en-US', isNew = false, fetchesAhead = false } = {},
): Promise<OpenWindow> {
  const shell = await startShell(profileDir, [], undefined, isNew);
  const context = await (
    await (browser ??= openBrowser())
  ).newContext({
    viewport: { width: 1320, height: 860 },
    // Chromium hides this machine's addresses from WebRTC without it.
    permissions: ['microphone'],
    locale: language === '' ? system : 'ja-JP',
  });
  if (!fetchesAhead) await context.addInitScript(fetchNothingAhead);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  const query = language === '' ? '' : `?language=${language}`;
  await page.goto(shell.address.replace('/#', `/${query}#`));
  if (!isDamaged) await page.getByRole('heading', { level: 1 }).waitFor();
  return {
    page,
    shell,
    reload: async () => {
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    takeFaults: () => faults.splice(0),
    close: async () => {
      await context.close();
      await shell.stop();
      removeProfile(profileDir);
      expect(faults).toEqual([]);
    },
  };
}

/**
 * Pages are fetched when they are gone to: ahead of that, all of them in every window, is as dear
 * as the rest of a start. Runs in the page: only whoever asks for an idle moment and sets no limit
 * waits for ever, which is this.
 */
function fetchNothingAhead(): void {
  const ask = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (run, limit) => (limit?.timeout === undefined ? 0 : ask(run, limit));
}

/** Loads the invented people and waits until they are listed. */
export async function loadSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Look around with a sample team' }).click();
  await page.getByText('24 people', { exact: true }).waitFor();
}

/**
 * Serious and critical findings of axe on a page that stands still, because a toast half
 * faded in or out has a contrast nobody reads it at, and that is shown to its end, because
 * the contrast of what is scrolled away is not looked at. `within`: what is looked at, such as
 * what lies over the page.
 */
export const seriousFindings = (page: Page, within = 'html'): Promise<string[]> =>
  shownWhole(page, () => findings(page, within));

/** In light and in dark, where only what has to do with colours is another. */
export const seriousInBothLights = (page: Page, within = 'html'): Promise<string[]> =>
  shownWhole(page, async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await findings(page, within);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await findings(page, within, ['color-contrast', 'link-in-text-block']);
    await page.emulateMedia({ colorScheme: null });
    return [...light, ...dark.map((one) => `dark: ${one}`)];
  });

async function shownWhole<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const size = page.viewportSize();
  if (size !== null) await page.setViewportSize({ ...size, height: wholePage });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const seen = await look();
  await page.emulateMedia({ reducedMotion: null });
  if (size !== null) await page.setViewportSize(size);
  return seen;
}

/** `rules`: all of them, unless it says which. */
async function findings(page: Page, within: string, rules?: string[]): Promise<string[]> {
  // What fades to other colours begins to with the next picture.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity,
      ),
  );
  // There are no frames of another origin: all can be asked in the page, in a third of the time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      ...(rules === undefined ? {} : { runOnly: { type: 'rule', values: rules } }),
    })
    .include(within)
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
