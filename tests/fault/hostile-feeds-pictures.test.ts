// Pictures of posts that are none, too large, or lead into the private network: nothing of
// them is kept and nothing in there is asked.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createPictures } from '../../src-main/host/feeds/pictures.ts';
import { answer } from '../support/feeds/faults.ts';
import { type FeedServer, startFeedServer } from '../support/feeds/server.ts';
import { vaultIn } from '../support/store/vault-in.ts';

const allowed = '127.0.0.9';
let inside: FeedServer;
let outside: FeedServer;
let dir = '';
beforeEach(async () => {
  inside = await startFeedServer();
  outside = await startFeedServer(allowed);
  dir = mkdtempSync(join(tmpdir(), 'rapport-pictures-'));
});
afterEach(async () => {
  await inside.close();
  await outside.close();
  rmSync(dir, { recursive: true });
});

describe('pictures', () => {
  const gif = Buffer.from('GIF89a\u0001\u0000\u0001\u0000');
  const kinds: [string, Buffer | string, string][] = [
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/png'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'image/jpeg'],
    ['nothing', '', 'image/gif'],
  ];

  test.each(kinds)('%s is no picture, whatever it is called', async (_name, body, type) => {
    const pictures = createPictures(dir, vaultIn(dir));
    outside.route('/1', answer(200, { 'content-type': type }, body));
    const url = `${outside.origin}/1`;
    expect(await pictures.get(url, allowed)).toMatchObject({ error: { code: 'not-a-picture' } });
    pictures.keep(url, Buffer.from(body));
    expect(await pictures.get(url, allowed)).toMatchObject({ ok: false });
    expect(outside.hits()).toBe(2);
  });

  test('one that is too large, and one that leads inside', async () => {
    const pictures = createPictures(dir, vaultIn(dir));
    const large = Buffer.concat([gif, Buffer.alloc(6 * 1024 * 1024)]);
    outside.route('/large', answer(200, { 'content-type': 'image/gif' }, large));
    outside.route('/to', answer(302, { location: `${inside.origin}/1` }));
    outside.route('/fine', answer(200, {}, gif));
    const get = (path: string) => pictures.get(`${outside.origin}${path}`, allowed);
    expect(await get('/large')).toMatchObject({ error: { code: 'feed-too-large' } });
    expect(await get('/to')).toMatchObject({ error: { code: 'feed-inside' } });
    expect(await get('/fine')).toMatchObject({ ok: true, value: { state: 'raw' } });
    expect(
      await pictures.get(`${inside.origin.replace('127.0.0.1', '127.1')}/1`, undefined),
    ).toMatchObject({
      error: { code: 'feed-inside' },
    });
    expect(inside.hits()).toBe(0);
  });
});
