// What is read of one chat, whichever program wrote it down.

import type { ChatNetwork, MailAddress } from '../mail-types.ts';

export type ChatLine = {
  /** What the clock on the wall showed, as if it were UTC, in ms since 1970. */
  wall: number;
  /** Undefined: whoever the file belongs to, where it says so. */
  who: MailAddress | undefined;
  text: string;
};

export type Chat = {
  network: ChatNetwork;
  /** Of a group: what it is called. */
  title: string;
  isGroup: boolean;
  /** Who belongs to it though they may have written nothing. */
  others?: MailAddress[];
  /** The eldest first. */
  lines: ChatLine[];
};

/** Where the file was written: its clock, and in which order its country writes a day. */
export type ChatPlace = { zone: string; country: string | undefined };
