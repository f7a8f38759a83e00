// Five laptops of a team as the version before kept it. When it was updated, alice had not
// heard yet that bob had let erin in, and dave was away since before carol was removed.

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { writeSealed } from '../../../src-main/host/keys/sealed-file.ts';
import { sealPlainFiles } from '../../../src-main/host/profile/seal-plain.ts';
import { deviceIdOf } from '../../../src-shared/sync/team/log/statement.ts';
import { vaultIn } from '../../support/store/vault-in.ts';
import {
  crypto,
  openDevice,
  openProfile,
  admit,
  pictureOf,
  statesOf,
  tellAll,
  type TestDevice,
} from '../../support/sync/team-members.ts';

const kept = join(import.meta.dirname, '../../fixtures/team-before-logs');

const base = mkdtempSync(join(tmpdir(), 'rapport-carried-'));
/** As the first start leaves what was there for everybody to read. */
beforeAll(async () => {
  for (const name of readdirSync(kept)) {
    const dir = join(base, name);
    cpSync(join(kept, name), dir, { recursive: true });
    const sealed = await sealPlainFiles(dir, vaultIn(dir));
    if (!sealed.ok) throw new Error(sealed.error.code);
  }
});
afterAll(() => rmSync(base, { recursive: true }));

function folderOf(name: string): string {
  const dir = mkdtempSync(join(base, `${name}-`));
  cpSync(join(base, name), dir, { recursive: true });
  return dir;
}
const updated = (name: string): TestDevice => openProfile(name, folderOf(name));
const everybody = { alice: 'here', bob: 'here', carol: 'removed', dave: 'here', erin: 'here' };

test('a laptop that is updated alone knows the team that it knew, under ids that are hashes', () => {
  const alice = updated('alice');
  const old = JSON.parse(readFileSync(join(kept, 'alice/device.json'), 'utf8')) as { id: string };
  expect(statesOf(alice)).toEqual({ alice: 'here', bob: 'here', carol: 'removed', dave: 'here' });
  const members = [...alice.state.membership()!.members.values()];
  for (const one of members) expect(one.id).toBe(deviceIdOf(one, crypto));
  expect(members[0]).toMatchObject({ id: alice.id, formerId: old.id, role: 'owner' });
  expect(members[1]).toMatchObject({ role: 'owner', deviceName: 'bob at the bench' });
  expect(alice.state.keyNow()?.id).toMatch(/^1-/);
});

test('what it remembers of teammates goes by their new ids, and it starts a second time', () => {
  const dir = folderOf('alice');
  const first = openProfile('alice', dir);
  const again = openProfile('alice', dir);
  expect(pictureOf(again)).toEqual(pictureOf(first));
  expect(again.id).toBe(first.id);
  const bob = [...first.state.membership()!.members.values()].find(
    ({ memberName }) => memberName === 'bob',
  );
  expect(again.file.read().seen).toHaveProperty(bob!.id);
});

test('laptops that are updated independently come to the same team and keys, in any order', () => {
  const names = ['alice', 'bob', 'dave', 'erin', 'carol'];
  for (const order of [names, names.toReversed(), ['dave', 'erin', 'bob', 'carol', 'alice']]) {
    const devices = order.map(updated);
    for (const one of devices) tellAll(devices.slice(0, devices.indexOf(one) + 1));
    const here = devices.filter(({ name }) => name !== 'carol');
    for (const one of here) {
      expect(statesOf(one)).toEqual(everybody);
      expect(one.state.keyNow()).toEqual(here[0]!.state.keyNow());
      expect(pictureOf(one)).toEqual(pictureOf(here[0]!));
    }
    expect(devices.find(({ name }) => name === 'carol')?.state.keyNow()).toBeUndefined();
  }
});

test('a team that was carried over goes on: somebody comes, somebody is removed', () => {
  const [alice, bob, dave, erin] = ['alice', 'bob', 'dave', 'erin'].map(updated);
  tellAll([alice!, bob!]);
  const frank = openDevice('frank');
  admit(bob!, frank);
  alice!.state.beginEpoch([dave!.id]);
  const all = [alice!, bob!, dave!, erin!, frank];
  tellAll(all);
  // frank was not known to whoever began the epoch: another one is due, for him.
  expect(bob!.state.membership()?.epochDue).toContain(bob!.id);
  bob!.state.beginEpoch([]);
  tellAll(all);
  for (const one of [alice!, bob!, erin!, frank]) {
    expect(statesOf(one)).toEqual({ ...everybody, dave: 'removed', frank: 'here' });
    expect(one.state.membership()?.epochDue).toEqual([]);
    expect(one.state.keyNow()).toEqual(alice!.state.keyNow());
  }
  expect(dave!.state.keyNow()).toBeUndefined();
});

test('a device that was removed before cannot come back by an old list of its own', () => {
  const [alice, bob, carol, dave] = ['alice', 'bob', 'carol', 'dave'].map(updated);
  // dave has not heard of the removal: for now carol belongs for him.
  tellAll([carol!, dave!]);
  const friend = openDevice('friend');
  expect(carol!.state.membership()?.members.get(carol!.id)?.state).toBe('removed');
  carol!.state.say({ t: 'admit', ...naming(friend) });
  tellAll([alice!, bob!, carol!, dave!]);
  for (const one of [alice!, bob!, dave!])
    expect(statesOf(one)).toEqual({
      alice: 'here',
      bob: 'here',
      carol: 'removed',
      dave: 'here',
      erin: 'here',
    });
});

const naming = ({ state }: TestDevice) => {
  const { signKey, boxKey } = state.asker('friend');
  return { signKey, boxKey, deviceName: 'f', memberName: 'friend', colour: '#123456' };
};

test('a team file that cannot be read is kept aside and its keys are never replaced', () => {
  const noTeam = { id: 'x', statements: [], keys: {} };
  const noLog = { ...noTeam, anchor: 'y' };
  const texts = [noTeam, noLog].map((team) => JSON.stringify({ team }));
  const broken = ['', '{"team":', ...texts].map((text) => (path: string, dir: string) => {
    writeSealed(path, vaultIn(dir), 'team', Buffer.from(text));
  });
  const cut = (path: string): void => truncateSync(path, 50);
  for (const damage of [...broken, cut]) {
    const dir = folderOf('bob');
    const before = openProfile('bob', dir);
    const path = join(dir, 'team.sealed');
    damage(path, dir);
    const bytes = readFileSync(path);
    const after = openProfile('bob', dir);
    expect(after.id).toBe(before.id);
    expect(after.state.membership()).toBeUndefined();
    const aside = readdirSync(join(dir, 'aside')).map((name) => join(dir, 'aside', name));
    expect(aside.map((file) => readFileSync(file))).toEqual([bytes]);
  }
});
