// A name and password in a feed's address are for its own server, wherever that sends us.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { guardedFetch } from '../../../src-main/host/feeds/guarded-fetch.ts';
import { answer, goodFeed } from '../../support/feeds/faults.ts';
import { type FeedServer, startFeedServer } from '../../support/feeds/server.ts';

let own: FeedServer;
let other: FeedServer;
beforeEach(async () => {
  [own, other] = await Promise.all([startFeedServer(), startFeedServer()]);
  other.route('/feed', goodFeed);
  own.route('/feed', goodFeed);
});
afterEach(async () => {
  await own.close();
  await other.close();
});

const basic = `Basic ${Buffer.from('ada:lovelace').toString('base64')}`;
const withName = (address: string): string => address.replace('//', '//ada:lovelace@');
const fetchOwn = (headers: { [name: string]: string } = {}) =>
  guardedFetch(`${withName(own.origin)}/start`, { allowed: '127.0.0.1', headers });
const heardBy = ({ requests }: FeedServer): unknown[] =>
  requests.map(({ headers }) => headers.authorization);

test('they go along on their own server, however it writes the address', async () => {
  for (const location of ['/feed', 'feed', `${own.origin}/feed`, `//${own.host}/feed`]) {
    own.route('/start', answer(301, { location }));
    expect(await fetchOwn()).toMatchObject({
      value: { status: 200, movedTo: `${withName(own.origin)}/feed` },
    });
  }
  expect(new Set(heardBy(own))).toEqual(new Set([basic]));
});

test('another server, or another port, hears nothing of them, nor of what was said to the first', async () => {
  for (const location of [`${other.origin}/feed`, `//${other.host}/feed`]) {
    own.route('/start', answer(302, { location }));
    const got = await fetchOwn({ Authorization: 'Bearer secret', Cookie: 'a=b', accept: 'x/y' });
    expect(got).toMatchObject({ value: { status: 200, url: `${other.origin}/feed` } });
  }
  expect(heardBy(other)).toEqual([undefined, undefined]);
  expect(other.requests.map(({ headers }) => [headers.cookie, headers.accept])).toEqual([
    [undefined, 'x/y'],
    [undefined, 'x/y'],
  ]);
});

test('nor do they come back with a redirect that returns', async () => {
  own.route('/start', answer(302, { location: `${other.origin}/back` }));
  other.route('/back', answer(302, { location: `${own.origin}/feed` }));
  await fetchOwn();
  expect(heardBy(own)).toEqual([basic, undefined]);
});

test('a name and password of a server’s own making are said to nobody', async () => {
  own.route('/start', answer(302, { location: `${withName(other.origin)}/feed` }));
  await guardedFetch(`${own.origin}/start`, { allowed: '127.0.0.1' });
  own.route('/start', answer(302, { location: `${withName(own.origin)}/feed` }));
  await guardedFetch(`${own.origin}/start`, { allowed: '127.0.0.1' });
  expect([...heardBy(other), ...heardBy(own)]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
