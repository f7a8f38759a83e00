// Takes the lock of the profile in its first argument, says so and waits to be killed.
import { lockProfile } from '../../../src-main/host/profile/lock.ts';

const taken = lockProfile(process.argv[2] ?? '');
process.stdout.write(
  taken.ok ? 'locked\n' : `refused ${taken.error.code} ${taken.error.detail?.['pid'] ?? ''}\n`,
);
setInterval(() => undefined, 1_000);
