// What “SMS Backup & Restore” writes: an XML file that is read while it comes in, whose entities
// are none but those that every XML has.

import { Parser } from 'htmlparser2';

import { safeText } from '../../feeds/safe-words.ts';
import type { MailAddress } from '../mail-types.ts';
import { createNamer } from './chat-names.ts';
import type { Chat, ChatPlace } from './chat-types.ts';
import { clockOf } from './clock.ts';

const longestMessage = 20_000;
const most = 2_000_000;
const pieceLength = 64 * 1024;
const longestTag = 50_000_000;

export type SmsReader = { put(piece: Uint8Array): void; end(): Chat[] };

type Attributes = { [name: string]: string };

/** In `msg_box` and `type`: 1 came, 2 went; drafts and what was not sent are left. */
const [came, went] = ['1', '2'];

export function openSms({ zone, country }: ChatPlace): SmsReader {
  const decoder = new TextDecoder();
  const name = createNamer(country);
  const clock = clockOf(zone);
  const chats = new Map<string, Chat>();
  let mms: { head: Attributes; words: string[] } | undefined;
  let count = 0;
  let held = '';
  const add = (head: Attributes, box: string, words: string): void => {
    const wall = clock(Number(head['date']));
    const numbers = (head['address'] ?? '').split('~').filter((one) => one.trim() !== '');
    if (wall === undefined || numbers.length === 0 || (box !== came && box !== went)) return;
    if (words.trim() === '' || count >= most) return;
    count += 1;
    const isGroup = numbers.length > 1;
    const called = isUnknown(head['contact_name']) || isGroup ? '' : (head['contact_name'] ?? '');
    const [first = ''] = numbers;
    const who = name(first, called);
    const key = isGroup ? numbers.toSorted().join('~') : who.address;
    const chat = chats.get(key) ?? chatOf(numbers.map((number) => name(number, called)));
    chats.set(key, chat);
    const text = safeText(words).slice(0, longestMessage);
    chat.lines.push({ wall, who: box === went ? undefined : who, text });
  };
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (tag === 'sms') add(attributes, attributes['type'] ?? '', attributes['body'] ?? '');
        else if (tag === 'mms') mms = { head: attributes, words: [] };
        else if (tag === 'part' && mms !== undefined && mms.words.length < 50)
          mms.words.push(partWords(attributes));
      },
      onclosetag: (tag) => {
        if (tag !== 'mms' || mms === undefined) return;
        add(mms.head, mms.head['msg_box'] ?? '', mms.words.filter((one) => one !== '').join('\n'));
        mms = undefined;
      },
    },
    { xmlMode: true },
  );
  const write = (text: string, isLast: boolean): void => {
    held += text;
    // Cut between two tags only.
    const end = isLast ? held.length : held.lastIndexOf('>') + 1;
    const whole = wholeLetters(held.slice(0, end));
    for (let at = 0; at < whole.length; at += pieceLength)
      parser.write(whole.slice(at, at + pieceLength));
    held = held.length - end > longestTag ? '' : held.slice(end);
  };
  return {
    put: (piece) => write(decoder.decode(piece, { stream: true }), false),
    end: () => {
      write(decoder.decode(), true);
      parser.end();
      const all = [...chats.values()];
      for (const { lines } of all) lines.sort((a, b) => a.wall - b.wall);
      return all;
    },
  };
}

const chatOf = (others: MailAddress[]): Chat => ({
  network: 'SMS',
  title: '',
  isGroup: others.length > 1,
  others,
  lines: [],
});

const isUnknown = (name: string | undefined): boolean =>
  name === undefined || name === '' || name === 'null' || /^\(unknown\)$/i.test(name);

/** A word of a message with pictures, or the name of a file. */
function partWords({ ct = '', text = '', cl = '', name = '' }: Attributes): string {
  if (ct === 'application/smil') return '';
  if (ct === 'text/plain') return text === 'null' ? '' : text;
  const file = [cl, name].find((one) => one !== '' && one !== 'null');
  return `<${file ?? ct}>`;
}

/** The program writes an emoji as the two halves that its own language keeps it in. */
const wholeLetters = (text: string): string =>
  text.replace(/&#(5[56]\d{3});&#(5[67]\d{3});/g, (both, high: string, low: string) => {
    const letter = String.fromCharCode(Number(high), Number(low));
    return letter.isWellFormed() ? letter : both;
  });
