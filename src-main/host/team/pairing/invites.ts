// The invite as it is kept: how long it is good, how often it was tried, and why it ended.

import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import {
  inviteHours,
  type InviteKeys,
  inviteKeys,
} from '../../../../src-shared/sync/team/invite.ts';
import type { KnownTeam, TeamFile } from '../identity/team-file.ts';

export type Invite = KnownTeam['invites'][number];

export type Invites = {
  /** The last one, also where it ended, until its time is over. */
  last: () => Invite | undefined;
  keys: () => InviteKeys | undefined;
  /** Somebody may be let in with it. */
  isOpen: () => boolean;
  begin: () => void;
  forget: () => void;
  /** An ask gets a reply, which is one chance to guess the digits. False: there were enough. */
  countReply: () => boolean;
  /** Whoever asked did not show what it was bound to. True: that was once too often. */
  countMiss: () => boolean;
  /** Somebody was let in: the words are worth nothing from now on. */
  use: () => void;
};

/**
 * Each reply lets whoever asked know the digits before it shows its number, so that it may
 * ask again until they suit it. Of a million, eight leave less than one chance in 100,000.
 */
const mostReplies = 8;
const mostMisses = 3;
const hour = 60 * 60 * 1000;
const leeway = 5 * 60 * 1000;

export function keepInvites(file: TeamFile, crypto: TeamCrypto, now: () => number): Invites {
  const last = (): Invite | undefined => {
    const found = file.read().invites.at(-1);
    if (found === undefined || found.until <= now()) return undefined;
    // Where the clock was set back, nobody knows how long it has been good.
    return found.until - now() <= inviteHours * hour + leeway ? found : undefined;
  };
  const isOpen = (): boolean => {
    const invite = last();
    return invite !== undefined && invite.ended === undefined;
  };
  const change = (patch: Partial<Invite>): void => {
    const invite = last();
    if (invite !== undefined) file.write({ invites: [{ ...invite, ...patch }] });
  };
  return {
    last,
    isOpen,
    keys: () => {
      const invite = last();
      return invite === undefined ? undefined : inviteKeys(invite.secret, crypto);
    },
    begin: () => {
      const until = now() + inviteHours * hour;
      file.write({ invites: [{ secret: crypto.random(16), until, replies: 0, misses: 0 }] });
    },
    forget: () => file.write({ invites: [] }),
    countReply: () => {
      const replies = last()?.replies ?? mostReplies;
      if (!isOpen()) return false;
      if (replies >= mostReplies) change({ ended: 'tried' });
      else change({ replies: replies + 1 });
      return replies < mostReplies;
    },
    countMiss: () => {
      if (!isOpen()) return false;
      const misses = (last()?.misses ?? 0) + 1;
      change(misses >= mostMisses ? { misses, ended: 'tried' } : { misses });
      return misses >= mostMisses;
    },
    use: () => change({ ended: 'used' }),
  };
}
