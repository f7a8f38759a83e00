// The dry run of an export that cannot be made: said, and tried again when asked.

import { expect, test } from 'vitest';

import { goTo } from '../support/window/browser.ts';
import { loadSample, openWindow } from '../support/window/window.ts';

test('a dry run that failed is said and made again by “Try again”', async () => {
  const open = await openWindow();
  try {
    const { page } = open;
    let isFailing = true;
    let asked = 0;
    await page.routeWebSocket(/\/host/, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((message) => socket.send(message));
      socket.onMessage((message) => {
        const id = idOfCheck(message);
        if (id !== undefined) asked += 1;
        if (id === undefined || !isFailing) return server.send(message);
        const result = { ok: false, error: { code: 'store-closed' } };
        socket.send(JSON.stringify({ type: 'answer', id, result }));
      });
    });
    await open.reload();
    await loadSample(page);
    await goTo(page, 'Import & export');
    await page.getByRole('tab', { name: 'Take people out' }).click();
    const refused = page
      .getByRole('alert')
      .filter({ hasText: 'It could not be checked what the file will hold' });
    await refused.getByText('The book is being opened').waitFor();

    const before = asked;
    await refused.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => asked).toBe(before + 1);
    await refused.waitFor();
    isFailing = false;
    await refused.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('24 people').first().waitFor();
    await refused.waitFor({ state: 'hidden' });
  } finally {
    await open.close();
  }
});

/** The number of a request for a dry run; undefined for any other message. */
function idOfCheck(message: string | Buffer): number | undefined {
  if (typeof message !== 'string') return undefined;
  const { id, name } = JSON.parse(message) as { id?: number; name?: string };
  return name === 'export.check' ? id : undefined;
}
