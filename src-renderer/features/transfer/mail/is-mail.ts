// Whether a file that was chosen holds mail, by how it begins.

import { mailFormatOf, mailHeadBytes } from '../../../../src-shared/mail/looks-like-mail.ts';

export async function isMail(file: File): Promise<boolean> {
  const head = await file.slice(0, mailHeadBytes).arrayBuffer();
  return mailFormatOf(new Uint8Array(head)) !== undefined;
}
