// The typed contract over every Port: requests, events, refusals, the end.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createHostClient, type HostClient } from '../../../src-shared/bridge/client.ts';
import { type HostSession, serveHost } from '../../../src-shared/bridge/server.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { handlersWith } from '../../support/host/handlers.ts';
import { type PortPair, portPairsByName } from '../../support/host/ports.ts';

const settings = {
  userName: 'Ana',
  language: '',
  locale: '',
  defaultCountry: 'DE',
  importCountry: '',
  theme: 'system' as const,
  begun: true,
  peopleColumns: [],
  lists: {},
  peopleWidths: {},
  peopleLayout: 'table',
  peopleFeet: {},
  actionKeys: {},
  hiddenViews: [],
  pages: {},
  map: '',
  recentSearches: [],
  mappings: {},
  feeds: 'unasked' as const,
  watchWords: [],
  keepPostsDays: 365,
  keepHistoryDays: 90,
  lockOnSleep: false,
  mailOwn: [],
  mailNever: [],
  noticeWays: {},
  quiet: { from: '', until: '', weekends: false, holidays: false },
};

describe.each(Object.entries(portPairsByName))('the contract over %s', (_name, open) => {
  let pair: PortPair;
  let client: HostClient;
  let session: HostSession;
  let bugs: unknown[];
  let release: (result: Result<null>) => void;

  beforeEach(async () => {
    pair = await open();
    bugs = [];
    const handlers = handlersWith({
      'settings.read': () => ok(settings),
      'settings.write': async (patch) => ok({ ...settings, ...patch }),
      'handover.put': ({ bytes }) => ok({ received: bytes.reduce((sum, byte) => sum + byte, 0) }),
      'handover.get': () => ok({ bytes: new Uint8Array([7, 8, 9]), last: true }),
      'search.run': ({ limit }) => ok({ hits: [], more: limit === 200 }),
      'handover.close': () => fail('not-found', { file: 'f1' }),
      'import.cancel': () => new Promise((resolve) => (release = resolve)),
      'backup.list': () => {
        throw new Error('a bug');
      },
      'store.check': () => ok({ ok: true, records: 1, problems: [(() => 1) as unknown as string] }),
    });
    session = serveHost(pair.host, handlers, (error) => bugs.push(error));
    client = createHostClient(pair.window);
  });
  afterEach(() => pair.dispose());

  test('a request is answered with the handler’s value', async () => {
    expect(await client.request('settings.write', { userName: 'Ben' })).toEqual(
      ok({ ...settings, userName: 'Ben' }),
    );
  });

  test('an expected failure comes back as a value with its detail', async () => {
    expect(await client.request('handover.close', { file: 'f1' })).toEqual(
      fail('not-found', { file: 'f1' }),
    );
  });

  test('bytes travel both ways', async () => {
    const sent = await client.request('handover.put', {
      file: 'f',
      bytes: new Uint8Array([1, 2, 3]),
    });
    expect(sent).toEqual(ok({ received: 6 }));
    const got = await client.request('handover.get', { file: 'f', from: 0 });
    expect(got).toEqual(ok({ bytes: new Uint8Array([7, 8, 9]), last: true }));
  });

  test('the parser’s defaults reach the handler', async () => {
    expect(await client.request('search.run', { text: 'a' })).toEqual(ok({ hits: [], more: true }));
  });

  test('many requests at once each get their own answer', async () => {
    const names = Array.from({ length: 100 }, (_, at) => `user ${at}`);
    const answers = await Promise.all(
      names.map((userName) => client.request('settings.write', { userName })),
    );
    expect(answers.map((answer) => (answer.ok ? answer.value.userName : ''))).toEqual(names);
  });

  test('input of the wrong shape is refused with the path of what is wrong', async () => {
    const answer = await client.request('search.run', {
      text: 'a',
      limit: 'many' as unknown as number,
    });
    expect(answer).toEqual(fail('bad-input', { path: 'limit' }));
    const extra = await client.request('host.info', { more: 1 } as unknown as Record<
      string,
      never
    >);
    expect(extra).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(bugs).toEqual([]);
  });

  test.each([3_000, 7_000])(
    'input nested %i deep is refused, and the host lives',
    async (depth) => {
      const value: unknown = JSON.parse('['.repeat(depth) + ']'.repeat(depth));
      const command = {
        type: 'create',
        records: [{ kind: 'person', fields: { odd: value } }],
      };
      for (const name of ['command.run', 'view.count', 'hub.say'] as const) {
        const input = { command, view: value, client: 'c', message: value };
        // Not every Port carries so deep a value.
        const answer = await client.request(name, input as never).catch(() => fail('bad-input'));
        expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } });
      }
      expect(await client.request('settings.read', {})).toEqual(ok(settings));
      expect(bugs).toEqual([]);
    },
  );

  test.each(['nothing.such', '__proto__', 'constructor', 'toString'])(
    'the unknown request %s is refused',
    async (name) => {
      const answer = await client.request(name as 'host.info', {});
      expect(answer).toEqual(fail('unknown-request', { name }));
    },
  );

  test('a handler that throws is answered with internal and reported once', async () => {
    expect(await client.request('backup.list', {})).toEqual(fail('internal'));
    expect(bugs.map(String)).toEqual(['Error: a bug']);
    expect(await client.request('settings.read', {})).toEqual(ok(settings));
  });

  test('an answer that cannot be cloned is a bug too', async () => {
    expect(await client.request('store.check', {})).toEqual(fail('internal'));
    expect(bugs).toHaveLength(1);
  });

  test('rubbish from the window is dropped and harms nothing', async () => {
    for (const rubbish of [null, 7, 'x', [], {}, { type: 'rx2' }, { type: 'request', id: 'x' }]) {
      pair.window.post(rubbish);
    }
    expect(await client.request('settings.read', {})).toEqual(ok(settings));
    expect(bugs).toEqual([]);
  });

  test('events reach those who listen and nobody who has left', async () => {
    const left: unknown[] = [];
    client.on('progress', (payload) => left.push(payload))();
    const got = new Promise((resolve) => client.on('progress', resolve));
    const progress = { file: 'f', phase: 'reading' as const, done: 1, total: 2 };
    session.emit('progress', progress);
    expect(await got).toEqual(progress);
    expect(left).toEqual([]);
  });

  test('requests under way when the host goes end with host-gone, later ones too', async () => {
    const waiting = client.request('import.cancel', { file: 'f' });
    await client.request('settings.read', {});
    session.close();
    expect(await waiting).toEqual(fail('host-gone'));
    expect(await client.request('settings.read', {})).toEqual(fail('host-gone'));
    release(ok(null));
  });
});
