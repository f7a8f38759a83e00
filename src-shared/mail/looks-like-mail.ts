// Whether a file holds mail or a chat, by how it begins; its name says nothing.

import { type ChatFormat, chatFormatOf } from './chats/looks-like-chat.ts';
import { isCompound } from './msg/compound.ts';

export type MailFormat = 'eml' | 'mbox' | 'emlx' | 'msg' | ChatFormat;

/** Enough of a file to know it by. */
export const mailHeadBytes = 16 * 1024;

const field = /^[!-9;-~]{1,80}:(?:[ \t]|\r?$)/;
const telling =
  /^(?:from|to|date|subject|received|message-id|return-path|delivered-to|mime-version|x-gm-thrid|x-mozilla-status|content-type):/i;

/** `head`: the first bytes of the file. */
export function mailFormatOf(head: Uint8Array): MailFormat | undefined {
  if (isCompound(head)) return 'msg';
  const text = asciiOf(head.subarray(0, mailHeadBytes)).replace(/^\u00ef\u00bb\u00bf/, '');
  if (isFromLine(firstLine(text))) return 'mbox';
  const sized = /^\d{1,10} *\r?\n/.exec(text);
  if (sized !== null) return beginsAsMail(text.slice(sized[0].length)) ? 'emlx' : undefined;
  if (beginsAsMail(text.replace(/^(?:\r?\n)+/, ''))) return 'eml';
  return chatFormatOf(new TextDecoder().decode(head.subarray(0, mailHeadBytes)));
}

/** The line that stands between the messages of an mbox: who, and when to the minute. */
export const isFromLine = (line: string): boolean =>
  line.startsWith('From ') && /\d{1,2}:\d{2}/.test(line) && /\b(?:19|20)\d\d\b/.test(line);

function beginsAsMail(text: string): boolean {
  const lines = text.split('\n');
  // The last line may be cut off.
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  let fields = 0;
  let tell = 0;
  for (const line of whole) {
    if (line.trim() === '') break;
    if (/^[ \t]/.test(line) && fields > 0) continue;
    if (!field.test(line)) return false;
    fields += 1;
    if (telling.test(line)) tell += 1;
  }
  return tell >= 2;
}

const firstLine = (text: string): string => text.slice(0, 500).split('\n', 1)[0] ?? '';

/** One letter a byte. */
export function asciiOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4_096)
    text += String.fromCharCode(...bytes.subarray(at, at + 4_096));
  return text;
}
