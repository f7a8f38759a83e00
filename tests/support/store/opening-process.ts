// Opens the book of the profile in its first argument, and says `ready` once it is open.
// Killed by the test meanwhile.
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';

import { openKeeper } from '../../../src-main/host/book/open-book.ts';
import { lockProfile } from '../../../src-main/host/profile/lock.ts';

// Whoever is killed would leave nothing compiled to the next.
flushCompileCache();
const profileDir = process.argv[2] ?? '';
const lock = lockProfile(profileDir);
if (!lock.ok) throw new Error(lock.error.code);
writeSync(1, 'opening\n');
const keeper = await openKeeper(profileDir, {
  onCondition: (condition) => writeSync(1, `${condition.state}\n`),
});
if (!keeper.ok) throw new Error(keeper.error.code);
await keeper.value.ready;
writeSync(1, 'ready\n');
await keeper.value.close();
