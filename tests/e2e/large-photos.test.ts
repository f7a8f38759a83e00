// Photos of very many pixels in a list of people: none of them is decoded whole by the page.

import { afterAll, beforeAll, expect, test } from 'vitest';

import type { RecordId } from '../../src-shared/domain/record.ts';
import { makeRecord } from '../../src-shared/records/content.ts';
import { plainPng } from '../support/records/plain-png.ts';
import { filledProfile } from '../support/store/filled-profile.ts';
import { openReplica } from '../support/sync/replica.ts';
import { type OpenWindow, openWindow } from '../support/window/window.ts';

let open: OpenWindow;
beforeAll(async () => {
  const { context } = openReplica('mallory');
  const photo = (side: number): string =>
    `data:image/png;base64,${plainPng(side, side).toString('base64')}`;
  const sides = { Huge: 10_000, Large: 6_000, Small: 256 };
  const people = Object.entries(sides).flatMap(([given, side], group) =>
    Array.from({ length: 12 }, (_, at) => {
      // Each of its own, so that none is drawn from what is known of another.
      const id =
        `01900000-0000-7000-8000-${String(group * 100 + at).padStart(12, '0')}` as RecordId;
      const fields = { given, family: String(at), photo: photo(side + at) };
      return makeRecord({ id, kind: 'person', fields }, context);
    }),
  );
  open = await openWindow(await filledProfile(new Map([['people', people]])));
  await open.page.setViewportSize({ width: 1_320, height: 2_200 });
});
afterAll(() => open.close());

const faces = (name: string) =>
  open.page.getByRole('row').filter({ hasText: name }).locator('.face');

test('twelve photos of a hundred million pixels are initials that say why', async () => {
  await expect.poll(() => faces('Huge').count()).toBe(12);
  for (const face of await faces('Huge').all()) {
    await expect.poll(() => face.textContent()).toBe('H');
    await expect
      .poll(() => face.getAttribute('title'))
      .toMatch(/pixels, too many to be shown\. Choose a smaller/);
  }
});

test('twelve of thirty-six million are drawn small, and small ones as they are', async () => {
  const widths = (name: string) =>
    faces(name).evaluateAll((all) =>
      all
        .map((face) => (face instanceof HTMLImageElement ? face.naturalWidth : 0))
        .toSorted((a, b) => a - b),
    );
  await expect.poll(() => widths('Large')).toEqual(Array.from({ length: 12 }, () => 128));
  await expect.poll(() => widths('Small')).toEqual(Array.from({ length: 12 }, (_, at) => 256 + at));
});
