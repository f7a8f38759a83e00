// Chats as phones write them down, for tests.

import { daysOf } from '../../../src-shared/mail/chats/chat-days.ts';
import { readWhatsApp } from '../../../src-shared/mail/chats/whatsapp.ts';
import type { ReadMail } from '../../../src-shared/mail/mail-types.ts';
import { hash } from './mails.ts';

export function whatsAppDays(
  text: string,
  { file = 'WhatsApp Chat with Ana Roe.txt', country = 'DE', zone = 'UTC' } = {},
): ReadMail[] {
  return daysOf(readWhatsApp(text, file, country), zone, hash).flatMap((read) =>
    read.ok ? [read.mail] : [],
  );
}
