// What a laptop has already when it joins a team, between two hosts as they run in the app.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { type OpenHost, openPlainHost, pairHosts } from '../../support/network/host-pair.ts';

const office = 'f4:92:bf:00:00:01';

describe('somebody who joins with people of their own', () => {
  let alice: OpenHost;
  let bob: OpenHost;

  beforeEach(async () => {
    [alice, bob] = await Promise.all([openPlainHost(office), openPlainHost(office)]);
    await add(bob, 'Own Before');
  });
  afterEach(async () => {
    await alice.close();
    await bob.close();
  });

  const add = (host: OpenHost, name: string): Promise<unknown> => {
    const record = { kind: 'person', scope: 'team' as const, fields: { fullName: name } };
    return host.ask('command.run', { command: { type: 'create', records: [record] } });
  };
  const found = async (host: OpenHost, text: string): Promise<number> =>
    (await host.ask('search.run', { text, limit: 5 })).hits.length;

  test('keeps them, where they said so, and shares what comes afterwards', async () => {
    const wire = await pairHosts(alice, bob, 'nothing');
    await add(bob, 'Shared Afterwards');
    await expect.poll(() => found(alice, 'Shared Afterwards')).toBe(1);
    expect(await found(alice, 'Own Before')).toBe(0);
    expect(await found(bob, 'Own Before')).toBe(1);
    expect(wire.spoken()).not.toContain('Own Before');
  });

  test('gives them to the team, where they said so', async () => {
    await pairHosts(alice, bob, 'everything');
    await expect.poll(() => found(alice, 'Own Before')).toBe(1);
  });
});
