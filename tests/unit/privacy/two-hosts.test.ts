// Two hosts as they run in the app: of what is private on one of them, in records of every
// kind, an imported file and an attached one, nothing is in any file of the other (its book
// decrypted, pages that are free and logs too), in what was said, or in a file of records.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { kinds } from '../../../src-shared/domain/kinds.ts';
import type { CommandOf } from '../../../src-shared/records/command.ts';
import { markerOf, markersIn, markersOf } from '../../support/host/markers.ts';
import {
  handOver,
  type OpenHost,
  openPlainHost,
  pairHosts,
} from '../../support/network/host-pair.ts';
import { markedRecord } from '../../support/records/marked.ts';

let alice: OpenHost;
let bob: OpenHost;
beforeEach(async () => {
  const office = 'f4:92:bf:00:00:01';
  [alice, bob] = await Promise.all([openPlainHost(office), openPlainHost(office)]);
});
afterEach(async () => {
  await alice.close();
  await bob.close();
});

let made = 0;
async function create(record: object): Promise<string> {
  const command = { type: 'create', records: [record] } as never;
  const { ids } = await alice.ask('command.run', { command });
  return ids[0] ?? '';
}

/** A person with a record of each kind about them; answers with all their markers. */
async function fill(scope: 'team' | 'private') {
  const marks: string[] = [];
  const mark = (): string => {
    const marker = markerOf((made += 1));
    marks.push(marker);
    return marker;
  };
  const nowhere = { people: '', groups: '' };
  const [person, organisation] = [kinds.get('person'), kinds.get('organisation')];
  if (person === undefined || organisation === undefined) throw new Error('no kinds');
  const own = { scope };
  const people = await create({ ...markedRecord(person, nowhere, mark), ...own });
  const groups = await create({ ...markedRecord(organisation, nowhere, mark), ...own });
  for (const kind of kinds.values()) {
    if (kind === person || kind === organisation) continue;
    const isOwn = kind.privacy === 'own' ? own : {};
    await create({ ...markedRecord(kind, { people, groups }, mark), ...isOwn });
  }
  return { marks, people, groups };
}

test(
  'nothing private is on a teammate’s laptop until it is shared',
  { timeout: 120_000 },
  async () => {
    const link = await pairHosts(alice, bob);
    const dir = (await bob.ask('host.info', {})).profileDir;
    const quinn = await fill('private');
    const mark = markerOf((made += 1));
    const csv = `id,scope,fullName,note\n,private,Imported ${mark},about ${mark}\n`;
    const file = await handOver(alice, `${mark}.csv`, csv);
    await alice.ask('import.read', { file, options: {} });
    await alice.ask('import.plan', { file, options: {} });
    expect(await alice.ask('import.apply', { file })).toMatchObject({ created: 1 });
    const attached = await handOver(alice, 'a.txt', `attached ${mark}`);
    const { hash } = await alice.ask('files.keep', { file: attached });
    const item = { value: hash, label: mark, more: { size: '20' } };
    const ref = { collection: 'people', id: quinn.people } as const;
    await alice.ask('command.run', {
      command: { type: 'edit', changes: [{ type: 'set-put', ref, set: 'files', item }] },
    });
    // What is shared is written after it, and so is sent after it.
    const ann = await fill('team');
    const there = (marks: readonly string[]): string[] => {
      const found = markersIn(dir, { log: 'last' });
      return marks.filter((one) => found.has(one));
    };
    const said = (marks: readonly string[]): string[] => {
      const found = markersOf(Buffer.from(link.spoken()));
      return marks.filter((one) => found.has(one));
    };
    await expect.poll(() => there(ann.marks).length, { timeout: 30_000 }).toBe(ann.marks.length);
    await bob.ask('files.want', { hash });
    const hidden = [...quinn.marks, mark];
    expect([there(hidden), said(hidden)]).toEqual([[], []]);
    expect(link.spoken()).not.toContain(quinn.people);
    // The same search finds it once it is given.
    const command: CommandOf<'share'> = {
      type: 'share',
      people: [quinn.people],
      groups: [quinn.groups],
    };
    await alice.ask('command.run', { command });
    const half = quinn.marks.length / 2;
    await expect.poll(() => there(quinn.marks).length, { timeout: 30_000 }).toBeGreaterThan(half);
    expect(said(quinn.marks).length).toBeGreaterThan(half);
  },
);
