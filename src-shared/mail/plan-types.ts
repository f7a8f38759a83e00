// What is wanted of mails that were read, and what would come of it. Nothing is in the book yet.

import { z } from 'zod';

import type { ManyReport } from '../records/make-in-pieces.ts';

const address = z.string().min(3).max(320);

export const mailOptionsSchema = z.object({
  /** YYYY-MM-DD; mails from before that day are left out. */
  since: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** Addresses of whoever brings the mails in; left out: those that the mails show. */
  own: z.array(address).max(50).optional(),
  /** Who somebody is that a chat only names, by address; '': nobody of the book. */
  who: z.record(address, z.string().max(64)).optional(),
  /** private: on this laptop alone. */
  scope: z.enum(['private', 'team']),
  /** Time zone in which days begin (IANA). */
  zone: z.string().max(60),
});
export type MailOptions = z.infer<typeof mailOptionsSchema>;

/** Why no moment is made of a mail; each is counted under the first that fits. */
export const mailSkips = [
  'twice',
  'undated',
  'before',
  'newsletter',
  'here',
  'role',
  'unknown',
] as const;
export type MailSkip = (typeof mailSkips)[number];

export type MailPreview = {
  files: string[];
  /** In the files, those that cannot be read too. */
  messages: number;
  size: number;
  /** ms since 1970, of those that are dated. */
  span?: { first: number; last: number };
  make: number;
  skips: { [why in MailSkip]: number };
  refused: { tooLarge: number; broken: number };
  encrypted: number;
  attachments: number;
  threads: number;
  /** Known people in what is made, whoever has most first. */
  people: { id: string; count: number }[];
  peopleCount: number;
  /** Who wrote or was written to and is in nobody's record, the most frequent first. */
  strangers: { address: string; name: string; count: number }[];
  strangersCount: number;
  /** Who a chat only names and the book has, too: whether it is them is to be said. */
  perhaps: { address: string; name: string; count: number; people: string[] }[];
  /** `names`: in chats that do not say who wrote down what they hold, one of these is us. */
  own: { addresses: string[]; isGuessed: boolean; names: string[] };
  /** Days of chats in the files; of what is made, and the messages in those. */
  chats: { read: number; days: number; lines: number };
  /** Where an import of these files stopped: so many came in. */
  begun: number;
};

export type MailReport = ManyReport;
