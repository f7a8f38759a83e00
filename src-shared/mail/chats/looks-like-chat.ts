// Whether a file holds a chat, by how it begins.

import { beginOf } from './whatsapp-line.ts';

export type ChatFormat = 'whatsapp' | 'telegram' | 'sms';

/** `head`: the beginning of a file. */
export function chatFormatOf(head: string): ChatFormat | undefined {
  if (isSms(head)) return 'sms';
  if (telegram.test(head)) return 'telegram';
  return isWhatsApp(head) ? 'whatsapp' : undefined;
}

const isSms = (head: string): boolean =>
  /^\s*<\?xml[^>]{0,200}\?>[\s\S]{0,4000}<smses\b/.test(head) || /^\s*<smses\b/.test(head);

const telegram =
  /^\s*\{[\s\S]{0,8000}"(?:type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|private_group|private_supergroup|public_supergroup|private_channel|public_channel)"|personal_information"\s*:)/;

function isWhatsApp(head: string): boolean {
  const first = head.split('\n', 20).find((line) => line.trim() !== '');
  return first !== undefined && beginOf(first) !== undefined;
}
