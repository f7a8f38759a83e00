// Edits the book of the profile in its first argument without end, through commands as
// the host runs them. Says `ready`, then for each edit that was acknowledged, and only
// then, a line `ack PERSON NUMBER` or `made PERSON`. Killed by the test.
import { createHash, randomInt } from 'node:crypto';
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';

import { v7 as uuidv7 } from 'uuid';

import { openKeeper } from '../../../src-main/host/book/open-book.ts';
import { lockProfile } from '../../../src-main/host/profile/lock.ts';
import type { Command } from '../../../src-shared/records/command.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';

// Whoever is killed would leave nothing compiled to the next.
flushCompileCache();
const profileDir = process.argv[2] ?? '';
const say = (line: string) => writeSync(1, `${line}\n`);

const lock = lockProfile(profileDir);
if (!lock.ok) throw new Error(lock.error.code);
const keeper = await openKeeper(profileDir, {
  onCondition: ({ state }) => say(`condition ${state}`),
});
if (!keeper.ok) throw new Error(keeper.error.code);
const book = keeper.value.book();
if (!book.ok) throw new Error(book.error.code);
const context: CommandContext = {
  now: Date.now,
  newId: uuidv7,
  userName: 'alice',
  device: 'laptop',
  yjsClientId: randomInt(2, 2 ** 32 - 1),
  hash: (text) => createHash('sha256').update(text).digest('base64url'),
};
const run = async (command: Command): Promise<string[]> => {
  const done = await runCommand(book.value.store, command, context);
  if (!done.ok) throw new Error(done.error.code);
  return done.value.ids;
};

say('ready');
for (let number = 1; ;) {
  const records = [1, 2, 3].map((index) => ({
    kind: 'person',
    fields: { given: `Person ${number}.${index}` },
  }));
  const people = await run({ type: 'create', records });
  for (const id of people) say(`made ${id}`);
  for (let edit = 0; edit < 20; edit += 1, number += 1) {
    const id = people[edit % people.length] ?? '';
    const ref = { collection: 'people', id } as const;
    await run({ type: 'edit', changes: [{ type: 'field', ref, field: 'jobNote', value: number }] });
    say(`ack ${id} ${number}`);
  }
}
