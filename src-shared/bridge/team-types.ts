// What the host tells a window about the team. Status is derived from the exchange's
// own books and from digests; nothing here is guessed.

import type { ErrorCode } from '../domain/result.ts';

export type DeviceInfo = {
  id: string;
  deviceName: string;
  memberName: string;
  /** `#rrggbb`. */
  colour: string;
  role: 'owner' | 'member';
  state: 'here' | 'left' | 'removed';
  /** Of the key in force: it has it, has not come for it yet, or cannot be given it. */
  key: 'held' | 'waiting' | 'unusable';
  /** It speaks another version's words: nothing is synced with it until one is updated. */
  otherVersion: 'earlier' | 'later' | undefined;
  isMe: boolean;
  /** direct: a link is open and both have proven who they are. */
  link: 'direct' | 'none';
  /** When the last link ended, ms since 1970. */
  seenAt: number | undefined;
  /**
   * Records on their way to and from this device, as far as is known where it is not connected;
   * undefined while nobody has counted.
   */
  toSend: number | undefined;
  toCome: number | undefined;
  /** When both digests were last found equal, ms since 1970. */
  agreedAt: number | undefined;
  /** Whose device said so, where this one is not connected itself. */
  via: string | undefined;
  /** That device is connected now. */
  isViaHere: boolean;
  /** The last comparison found a difference that is being repaired. */
  differs: boolean;
  /** It runs an earlier version, which does not know all that the team shares. */
  isEarlier: boolean;
  /** Records from this device that could not be taken over. */
  refused: number;
  /** Records here that are too long to be sent to it. */
  tooLong: number;
  trouble: ErrorCode | undefined;
  /** Bytes a second over the last seconds, both ways. */
  speed: number;
};

/** hotspot: an iPhone's or iPad's, known by its addresses. */
export const networkKinds = ['hotspot', 'wifi', 'cable', 'modem', 'vpn', 'other'] as const;
export type NetworkKind = (typeof networkKinds)[number];

/** A network this laptop is in now. */
export type NetworkInfo = {
  id: string;
  kind: NetworkKind;
  /** `192.168.1.0/24`. */
  subnet: string;
  /** It costs by use: in it nothing is synced or fetched. */
  isHeld: boolean;
};

/** What every page is told of the team. */
export type TeamRest = {
  hasTeam: boolean;
  isPaused: boolean;
  held: NetworkInfo | undefined;
  /** Who asks to join and waits for an answer. */
  requests: JoinRequest[];
  /** Laptops of whose people so many may be people that were here already. */
  twice: { device: string; name: string; count: number }[];
  /** What the person of each laptop is called, by the ids it has written under. */
  names: { [device: string]: string };
};

/** A device that asks to join and waits for a person's answer. */
export type JoinRequest = { ask: string; deviceName: string; memberName: string; code: string };

/** looking: nobody with this invite was found yet. code: compare it with the other screen; isConfirmed: it is
 * the same. */
export type Joining =
  | { state: 'looking' }
  | { state: 'code'; code: string; teamName: string; memberName: string; isConfirmed: boolean }
  /** earlier, later: the other laptop's Rapport is of another version. */
  | { state: 'refused'; why: 'no' | 'earlier' | 'later' };

export type LogEntry = {
  at: number;
  code:
    | 'made'
    | 'joined'
    | 'let-in'
    | 'asked'
    | 'refused-ask'
    | 'ask-missed'
    | 'ask-known'
    | 'removed'
    | 'left'
    | 'new-epoch'
    | 'linked'
    | 'unlinked'
    | 'refused-link'
    | 'copied'
    | 'agreed'
    | 'differs'
    | 'hub-found'
    | 'hub-other-version'
    | 'moved'
    | 'paused'
    | 'resumed'
    | 'held'
    | 'let-go'
    | 'flood'
    | 'no-key-for';
  device?: string;
  /** A refusal's reason, an address. */
  detail?: string;
};

export type TeamInfo = {
  team: { id: string; name: string; epoch: number } | undefined;
  device: string;
  devices: DeviceInfo[];
  invite: { words: string; until: number; addresses: string[] } | undefined;
  /** The last invite ended by itself: somebody may have guessed with it. */
  isInviteTried: boolean;
  requests: JoinRequest[];
  joining: Joining | undefined;
  isPaused: boolean;
  networks: NetworkInfo[];
  /** The name of the team that this laptop was in before, and is in no more. */
  former: string | undefined;
  /** The name of the team that this laptop left, while nobody there has heard of it. */
  leaving: string | undefined;
  /** Removed from the team by somebody else: what is here stays here. */
  isOut: boolean;
  /** This laptop holds the key in force; without it nothing is synced. */
  hasKey: boolean;
  /** Where a file is kept that could not be read: what it said of the team is not known. */
  aside: string | undefined;
  /** This device's key is in use on another machine, too. */
  isCopied: boolean;
  hub: { port: number; addresses: string[]; linked: string[] } | undefined;
  /** Hubs added by hand, `host:port`. */
  addresses: string[];
  /** Servers of the user's own for teammates at other sites. */
  reach: {
    signaling: string;
    turn: { url: string; username: string; credential: string } | undefined;
  };
  log: LogEntry[];
};

/** What a window needs to meet teammates' windows. */
export type NetConfig = {
  device: string;
  memberName: string;
  colour: string;
  epoch: string;
  room: string;
  /** Names the rooms of notes. */
  noteRooms: string;
  /** Seals signaling, so that a stranger who listens reads nothing. */
  password: string;
  /** Changes when the hub was opened again: what was said to the old one must be said again. */
  hub: number;
  iceServers: { urls: string; username?: string; credential?: string }[];
};

export type Finding = {
  test: 'allowed' | 'network' | 'port' | 'multicast' | 'found' | 'linked' | 'teammate' | 'direct';
  state: 'good' | 'bad' | 'unknown';
  detail?: string;
  /**
   * What answers at a teammate's address. silent: nothing, though somebody is there or beyond.
   * away: nobody is there. elsewhere: this laptop has no way there.
   */
  why?: 'open' | 'refused' | 'silent' | 'away' | 'elsewhere' | 'unnamed';
};
