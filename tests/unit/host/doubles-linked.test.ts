// What the host says of doubles beside how alike they are.
import { expect, test } from 'vitest';

import { openPlainHost } from '../../support/network/host-pair.ts';

test('to each of a card it is said how much leads, so that whoever has the history stays', async () => {
  const alice = await openPlainHost('f4:92:bf:00:00:01');
  try {
    const person = (value: string) => ({
      kind: 'person',
      fields: { given: 'Ana', family: 'Roe' },
      sets: { emails: [{ value }] },
    });
    const records = [person('ana@x.example'), person('ANA@x.example')] as never;
    const { ids } = await alice.ask('command.run', { command: { type: 'create', records } });
    const [one = '', other = ''] = ids;
    const call = { kind: 'call', fields: { when: 1, people: [other] } };
    await alice.ask('command.run', { command: { type: 'create', records: [call] as never } });
    const found = await alice.ask('doubles.find', {});
    expect(found.clusters.map(({ linked }) => linked)).toEqual([{ [one]: 0, [other]: 1 }]);
  } finally {
    await alice.close();
  }
});
