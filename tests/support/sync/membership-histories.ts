// Teams of two to six devices, some of them hostile: they sign whatever they like, after
// whatever they like, also for guests of their own, and pass on what suits them. Honest
// owners remove them. Whatever is heard in which order, it must not help them.

import {
  deviceIdOf,
  makeStatement,
  readStatement,
  type Statement,
  statementId,
} from '../../../src-shared/sync/team/log/statement.ts';
import type { Said } from '../../../src-shared/sync/team/log/said.ts';
import {
  createStatementLog,
  type StatementLog,
} from '../../../src-shared/sync/team/log/statement-log.ts';
import type { TeamCrypto } from '../../../src-shared/sync/team/crypto.ts';
import { seededRandom } from '../seeded.ts';
import { quickCrypto } from './quick-crypto.ts';

type Actor = {
  id: string;
  sign: { publicKey: string; secretKey: string };
  box: { publicKey: string; secretKey: string };
  log: StatementLog;
};

type History = {
  random: () => number;
  crypto: TeamCrypto;
  honest: Actor[];
  hostile: Actor[];
  /** Devices that hostile ones let in. */
  guests: Actor[];
  /** All that was ever signed: hostile ones name any of it, and lose nothing. */
  said: Map<string, Statement>;
  /** Of hostile ones, what they keep to themselves until they are removed. */
  secret: Map<string, Statement>;
};

const colour = '#123456';
const naming = ({ sign, box }: Pick<Actor, 'sign' | 'box'>, name: string) => ({
  signKey: sign.publicKey,
  boxKey: box.publicKey,
  deviceName: name,
  memberName: name,
  colour,
});

/** How many statements were made, and what was found to be wrong. */
export function runMembershipHistory(seed: number): { statements: number; wrong: string[] } {
  const history = begin(seed);
  const { random, honest } = history;
  const steps = 30 + Math.floor(random() * 60);
  for (let step = 0; step < steps; step++) {
    const pick = random();
    if (pick < 0.55) hostileStep(history);
    else if (pick < 0.75) honestStep(history);
    else share(history);
  }
  // At times the founder removes them without having heard of all that they said.
  if (random() < 0.5) settle(history);
  removeAll(history);
  changeKeyIfDue(history, history.honest[0] as Actor);
  const founderStays = isHere(history);
  // Words that an honest device has said meanwhile are that device's.
  history.said = new Map([...history.secret, ...history.said]);
  for (let more = 5; more > 0; more--) hostileStep(history);
  settle(history);
  for (let rounds = 4; rounds > 0; rounds--) {
    for (const one of honest) changeKeyIfDue(history, one);
    settle(history);
  }
  // A hostile owner may have put the founder out while it was one, as owners may.
  const wrong = [...differences(history), ...(founderStays ? judge(history) : [])];
  return { statements: history.said.size, wrong };
}

function begin(seed: number): History {
  const random = seededRandom(seed);
  const crypto = quickCrypto(random);
  const keys = () => ({ sign: crypto.newSignKeys(), box: crypto.newBoxKeys() });
  const founder = keys();
  const by = deviceIdOf({ signKey: founder.sign.publicKey, boxKey: founder.box.publicKey }, crypto);
  const said: Said = {
    t: 'team',
    after: [],
    founding: crypto.random(16),
    name: 'Team',
    ...naming(founder, 'f'),
  };
  const root = makeStatement(said, by, founder.sign.secretKey, crypto);
  const team = statementId(root, crypto);
  const actor = (own: Pick<Actor, 'sign' | 'box'>): Actor => {
    const id = deviceIdOf({ signKey: own.sign.publicKey, boxKey: own.box.publicKey }, crypto);
    const log = createStatementLog(team, team, crypto);
    log.add([root]);
    return { ...own, id, log };
  };
  const history: History = {
    random,
    crypto,
    honest: [actor(founder)],
    hostile: [],
    guests: [],
    said: new Map([[team, root]]),
    secret: new Map(),
  };
  const size = 2 + Math.floor(random() * 5);
  const first = history.honest[0] as Actor;
  for (let at = 1; at < size; at++) {
    const one = actor(keys());
    sayAs(history, first, { t: 'admit', ...naming(one, `d${at}`) });
    const isHostile = at === 1 || random() < 0.5;
    (isHostile ? history.hostile : history.honest).push(one);
    if (random() < 0.4) sayAs(history, first, { t: 'role', device: one.id, role: 'owner' });
  }
  settle(history);
  return history;
}

type Saying = Parameters<StatementLog['say']>[0];

function sayAs(history: History, { log, id, sign }: Actor, said: Saying): void {
  const made = log.say(said, id, sign.secretKey);
  const statement = log.statements().at(-1);
  if (made === undefined || statement === undefined) throw new Error('the log is full');
  history.said.set(made, statement);
}

const oneOf = <T>(random: () => number, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T;

function honestStep(history: History): void {
  const { random } = history;
  const one = oneOf(random, history.honest);
  const own = one.log.membership()?.members.get(one.id);
  if (own?.state !== 'here') return;
  const pick = random();
  if (pick < 0.5)
    sayAs(history, one, { t: 'profile', deviceName: `${random()}`, memberName: 'x', colour });
  else if (pick < 0.7 && own.role === 'owner') changeKey(history, one, []);
  else if (pick < 0.8 && own.role === 'owner')
    sayAs(history, one, {
      t: 'role',
      device: oneOf(random, [...history.honest.slice(1), ...history.hostile]).id,
      role: random() < 0.5 ? 'owner' : 'member',
    });
  else if (pick < 0.9) removeHostile(history, oneOf(random, history.hostile));
}

function changeKey(history: History, one: Actor, removed: string[]): void {
  const seen = one.log.membership();
  const members = [...(seen?.members.values() ?? [])];
  const own = seen?.members.get(one.id);
  const stays = members.filter(({ id, state }) => state === 'here' && !removed.includes(id));
  const keys = Object.fromEntries(
    stays.map(({ id, boxKey }) => [id, history.crypto.sealFor(boxKey, 'k') ?? '']),
  );
  const before = members.filter(
    ({ rank, state }) => state !== 'here' && own !== undefined && own.rank < rank,
  );
  const all = [...new Set([...removed, ...before.map(({ id }) => id)])];
  sayAs(history, one, { t: 'epoch', removed: all, stays: stays.map(({ id }) => id), keys });
}

function changeKeyIfDue(history: History, one: Actor): void {
  if (one.log.membership()?.epochDue.includes(one.id) === true) changeKey(history, one, []);
}

/** By the founder, or by any owner where it never was one: a senior owner's word may undo it. */
function removeHostile(history: History, target: Actor): void {
  const { honest, random } = history;
  const isPlain = ![...history.said.values()].some(
    ({ text }) => text.includes('"role":"owner"') && text.includes(target.id),
  );
  const by = isPlain && random() < 0.5 ? oneOf(random, honest) : (honest[0] as Actor);
  const members = by.log.membership()?.members;
  const own = members?.get(by.id);
  if (own?.state !== 'here' || own.role !== 'owner' || members?.get(target.id)?.state !== 'here')
    return;
  changeKey(history, by, [target.id]);
}

function removeAll(history: History): void {
  const [founder] = history.honest as [Actor];
  const isIn = ({ id }: Actor): boolean =>
    founder.log.membership()?.members.get(id)?.state === 'here';
  // Nothing can be done about anybody once the founder is out itself.
  for (const one of [...history.hostile, ...history.guests])
    while (isHere(history) && isIn(one)) removeHostile(history, one);
}

function isHere({ honest }: History): boolean {
  const [founder] = honest as [Actor];
  return founder.log.membership()?.members.get(founder.id)?.state === 'here';
}

/** Some honest device hears some of what was ever said, whole or in part. */
function share({ random, honest, said }: History): void {
  const { log } = oneOf(random, honest);
  const news = newsFor(log, said);
  const part = news.filter(() => random() < 0.7);
  log.add(random() < 0.5 ? news : shuffled(part, random));
}

function settle({ honest, said }: History): void {
  for (let rounds = 2; rounds > 0; rounds--)
    for (const { log } of honest) log.add(newsFor(log, said));
}

const newsFor = (log: StatementLog, said: History['said']): Statement[] =>
  [...said].flatMap(([id, one]) => (log.knows(id) ? [] : [one]));

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

/** Anything at all, after anything at all, by a hostile device or one of its guests. */
function hostileStep(history: History): void {
  const { random, crypto, said, honest, hostile, guests } = history;
  const signer = oneOf(random, [...hostile, ...guests]);
  const everybody = [...honest, ...hostile, ...guests];
  const all = new Map([...said, ...history.secret]);
  const ids = [...all.keys()];
  const team = honest[0]?.log.team ?? '';
  const count = 1 + Math.floor(random() * 3);
  const recent = random() < 0.5;
  const pool = recent ? ids.slice(-8) : ids;
  const after = [...new Set(Array.from({ length: count }, () => oneOf(random, pool)))].sort();
  const claimed = random() < 0.1 ? oneOf(random, everybody).id : signer.id;
  const words = hostileWords(history, signer, everybody);
  const n = random() < 0.9 && 'n' in words ? { n: nextNumber(all, after) } : {};
  const made = makeStatement(
    { ...words, ...n, team, after } as Said,
    claimed,
    signer.sign.secretKey,
    crypto,
  );
  const id = statementId(made, crypto);
  // With an honest device's very words it can only fail to sign.
  const kept = random() < 0.5 ? history.secret : said;
  if (!all.has(id)) kept.set(id, random() < 0.03 ? { ...made, text: `${made.text} ` } : made);
}

/** The number that an epoch needs after these. */
function nextNumber(all: ReadonlyMap<string, Statement>, after: readonly string[]): number {
  const past = new Set(after);
  let top = 0;
  // A set that grows while it is gone through is gone through to its end.
  for (const id of past) {
    const said = readStatement(all.get(id) ?? { text: '', by: '', signature: '' });
    if (said?.said?.t === 'epoch') top = Math.max(top, said.said.n);
    for (const one of said?.after ?? []) past.add(one);
  }
  return top + 1;
}

function hostileWords(history: History, signer: Actor, everybody: readonly Actor[]): object {
  const { random, crypto, honest, guests } = history;
  const ids = everybody.map(({ id }) => id);
  const pick = random();
  if (pick < 0.25) {
    if (random() < 0.5) return { t: 'admit', ...naming(oneOf(random, everybody), 'again') };
    // An existing device under keys of the signer's own.
    if (random() < 0.3)
      return { t: 'admit', ...naming(signer, 'mine'), id: oneOf(random, honest).id };
    const own = { sign: crypto.newSignKeys(), box: crypto.newBoxKeys() };
    const id = deviceIdOf({ signKey: own.sign.publicKey, boxKey: own.box.publicKey }, crypto);
    guests.push({ ...own, id, log: signer.log });
    return { t: 'admit', ...naming(own, 'guest') };
  }
  if (pick < 0.5)
    return { t: 'role', device: oneOf(random, ids), role: oneOf(random, ['owner', 'member']) };
  if (pick < 0.85) {
    const stays = ids.filter(() => random() < 0.6);
    return {
      t: 'epoch',
      n: random() < 0.8 ? 1 + Math.floor(random() * 6) : 1e9,
      removed: ids.filter(() => random() < 0.3),
      stays,
      keys: Object.fromEntries(stays.map((id) => [id, 'sealed'])),
    };
  }
  if (pick < 0.9) return { t: 'leave' };
  if (pick < 0.95) return { t: 'from-the-future', what: ids };
  return { t: 'profile', deviceName: 'h', memberName: 'h', colour };
}

function differences({ honest, crypto, said }: History): string[] {
  const wrong: string[] = [];
  const pictures = honest.map(({ log }) => pictureOf(log));
  if (new Set(pictures).size !== 1) wrong.push('honest devices differ');
  const again = createStatementLog(honest[0]?.log.team ?? '', honest[0]?.log.anchor ?? '', crypto);
  again.add([...said.values()].toReversed());
  again.add([...said.values()].toReversed());
  again.add([...said.values()]);
  if (pictureOf(again) !== pictures[0]) wrong.push('a newcomer who hears it backwards differs');
  return wrong;
}

function judge({ honest, hostile, guests }: History): string[] {
  const wrong: string[] = [];
  const seen = honest[0]?.log.membership();
  if (seen === undefined) return ['no team'];
  if (seen.members.get(honest[0]?.id ?? '')?.state !== 'here') return ['the founder was put out'];
  if (seen.epochDue.length > 0) wrong.push('the key in force is held by somebody who is gone');
  const bad = [...hostile, ...guests];
  for (const { id } of bad) {
    if (seen.members.get(id)?.state === 'here') wrong.push(`${id} is in`);
    if (seen.epoch.keys[id] !== undefined || seen.epoch.stays.includes(id))
      wrong.push(`${id} has the key`);
  }
  for (const { id } of honest)
    if (!seen.members.has(id)) wrong.push(`${id} was put out of the list`);
  return wrong;
}

const pictureOf = (log: StatementLog): string => {
  const seen = log.membership();
  return JSON.stringify([
    [...(seen?.members ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)),
    seen?.epoch,
    seen?.epochDue,
  ]);
};
