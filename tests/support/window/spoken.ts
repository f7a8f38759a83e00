// All that a window says from now on, over data channels and to its host, as text.

import type { Page } from 'playwright-core';

/** Loads the page again. */
export async function recordSpoken(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const spoken: string[] = [];
    Object.assign(globalThis, { spoken });
    const textOf = (data: unknown): string =>
      typeof data === 'string'
        ? data
        : new TextDecoder('latin1').decode(data as ArrayBuffer | ArrayBufferView<ArrayBuffer>);
    for (const { prototype } of [RTCDataChannel, WebSocket]) {
      const send = prototype.send as (data: unknown) => void;
      prototype.send = function (this: unknown, data: unknown) {
        spoken.push(textOf(data));
        send.call(this, data);
      };
    }
  });
  await page.reload();
  return () => page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken);
}
