// An invite is good for its hours, whatever is done to the clock.

import { expect, test } from 'vitest';

import { keepInvites } from '../../../src-main/host/team/pairing/invites.ts';

type File = Parameters<typeof keepInvites>[0];
type Kept = ReturnType<File['read']>;

const hour = 60 * 60 * 1000;

function invitesAt(start: number) {
  let now = start;
  let kept = { invites: [] } as unknown as Kept;
  const file = {
    read: () => kept,
    write: (patch: Partial<Kept>) => void (kept = { ...kept, ...patch }),
  } as unknown as File;
  const crypto = { random: (length: number) => new Uint8Array(length) };
  const invites = keepInvites(
    file,
    crypto as unknown as Parameters<typeof keepInvites>[1],
    () => now,
  );
  return { invites, set: (time: number) => void (now = time) };
}

test('an invite does not outlive its hours because the clock was set back', () => {
  const start = Date.UTC(2026, 0, 1);
  const { invites, set } = invitesAt(start);
  invites.begin();
  expect(invites.isOpen()).toBe(true);
  // A clock that is put right by a little ends nothing.
  set(start - 60_000);
  expect(invites.isOpen()).toBe(true);
  set(start - hour);
  expect(invites.isOpen()).toBe(false);
  set(start + 25 * hour);
  expect(invites.isOpen()).toBe(false);
});
