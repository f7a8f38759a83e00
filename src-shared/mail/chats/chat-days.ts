// What of a chat comes into the book: one entry a day, for who leafs through a life wants to
// know that they wrote, when and what, and not to see each line of it by itself.

import { oneLine } from '../../feeds/safe-words.ts';
import { timeAtWall } from '../../values/wall-time.ts';
import { plainAddress } from '../addresses.ts';
import type { MailAddress, MailRead, ReadMail } from '../mail-types.ts';
import type { Chat, ChatLine } from './chat-types.ts';

type Hash = (bytes: Uint8Array) => string;

const dayMs = 86_400_000;
const longestDay = 100_000;

export function daysOf(chat: Chat, zone: string, hash: Hash): MailRead[] {
  const writers = new Map<string, MailAddress>();
  for (const who of chat.others ?? []) writers.set(who.address, who);
  for (const { who } of chat.lines) if (who !== undefined) writers.set(who.address, who);
  const id = chatId(chat, [...writers.values()]);
  const days = Map.groupBy(chat.lines, ({ wall }) => Math.floor(wall / dayMs));
  return [...days].map(([day, lines]): MailRead => {
    const mail = dayOf({ chat, id, writers: [...writers.values()], zone, hash }, day, lines);
    return { ok: true, mail };
  });
}

/** The same on every laptop of whoever has the chat, and on those of others in a group. */
function chatId({ network, title, isGroup }: Chat, writers: readonly MailAddress[]): string {
  const with_ = writers.map(({ address }) => plainAddress(address)).sort();
  return JSON.stringify(isGroup && title !== '' ? [network, title] : [network, ...with_]);
}

type Around = {
  chat: Chat;
  id: string;
  writers: readonly MailAddress[];
  zone: string;
  hash: Hash;
};

function dayOf(
  { chat, id, writers, zone, hash }: Around,
  day: number,
  lines: ChatLine[],
): ReadMail {
  const { network, title, isGroup } = chat;
  const [first] = lines;
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const begun = [id, String(day), clockOf(first?.wall ?? 0), first?.text ?? ''];
  const text = wordsOf(lines);
  const wrote = new Set(lines.flatMap(({ who }) => who?.address ?? []));
  const isOwnKnown = chat.lines.some(({ who }) => who === undefined);
  const hasOwn = lines.some(({ who }) => who === undefined);
  return {
    key: `chat:${hash(bytes(JSON.stringify(begun)))}`,
    at: timeAtWall(first?.wall ?? 0, zone),
    from: writers.filter(({ address }) => wrote.has(address)),
    to:
      isGroup && chat.others === undefined
        ? []
        : writers.filter(({ address }) => !wrote.has(address)),
    cc: [],
    subject: title === '' ? network : oneLine(`${network}: ${title}`, 500),
    references: [`chat:${hash(bytes(id))}`],
    attachments: [],
    labels: [],
    isNewsletter: false,
    isEncrypted: false,
    size: text.length,
    chat: { network, lines: lines.length, isGroup },
    ...(isOwnKnown ? { direction: hasOwn ? (wrote.size > 0 ? 'both' : 'out') : 'in' } : {}),
    text,
    quoted: '',
    signature: [],
  };
}

function wordsOf(lines: readonly ChatLine[]): string {
  const words: string[] = [];
  let length = 0;
  for (const { wall, who, text } of lines) {
    const name = who === undefined ? '→' : `${who.name || who.address.replace(/^\w+:/, '')}:`;
    const line = `${clockOf(wall)} ${name} ${text}`;
    length += line.length + 1;
    if (length > longestDay) {
      words.push('…');
      break;
    }
    words.push(line);
  }
  return words.join('\n').trim().toWellFormed();
}

const clockOf = (wall: number): string => new Date(wall).toISOString().slice(11, 16);
