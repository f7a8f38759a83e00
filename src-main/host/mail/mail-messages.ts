// What the host and the thread that reads mail say to each other.

import type { FileFacts } from '../../../src-shared/mail/file-readers.ts';
import type { MailBody, MailHead, MailRefusal } from '../../../src-shared/mail/mail-types.ts';

export type MailQuestion =
  | { type: 'file'; of: Omit<FileFacts, 'hash'> }
  | { type: 'put'; bytes: Uint8Array }
  | { type: 'end' }
  | { type: 'bodies'; of: readonly number[] };

export type MailAnswer =
  | { type: 'read'; heads: MailHead[]; refused: MailRefusal[] }
  /** Of the file that ended. */
  | { type: 'no-mail' }
  | { type: 'bodies'; bodies: MailBody[] };
