// What is read of one mail. Its words are text alone: nothing in it is drawn, run or fetched.

export type ChatNetwork = 'WhatsApp' | 'Telegram' | 'SMS';

/** In chats `address` is `phone:` with a number, or `name:` with what the phone calls somebody. */
export type MailAddress = { name: string; address: string };

export type MailAttachment = { name: string; size: number; hash: string };

/** What a plan is made of; the words of a mail are asked for once it is wanted. */
export type MailHead = {
  /** Its Message-ID, else what makes it this mail and no other. */
  key: string;
  /** ms since 1970; left out where neither the mail nor its file says when it was. */
  at?: number;
  from: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  /** Message-IDs of what it answers, the first of the conversation first. */
  references: string[];
  attachments: MailAttachment[];
  labels: string[];
  /** Written to many, or by a program. */
  isNewsletter: boolean;
  isEncrypted: boolean;
  /** One day of a chat. */
  chat?: { network: ChatNetwork; lines: number; isGroup: boolean };
  /** Which way it went, where its file says who wrote it. */
  direction?: 'in' | 'out' | 'both';
  /** In bytes, as it came. */
  size: number;
};

export type MailBody = {
  /** What its writer wrote. */
  text: string;
  /** What it answers, two levels deep at most. */
  quoted: string;
  /** Lines below the writer's own words. */
  signature: string[];
};

export type ReadMail = MailHead & MailBody;

/** Why a message of a file is not read: in each case the others are. */
export type MailRefusal = 'too-large' | 'broken';

export type MailRead = { ok: true; mail: ReadMail } | { ok: false; because: MailRefusal };

/** Of one message; a larger one is refused. */
export const largestMail = 100 * 1024 * 1024;
