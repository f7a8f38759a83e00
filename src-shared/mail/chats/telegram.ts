// What Telegram's desktop program exports (result.json): one chat, or all of an account.

import { safeText } from '../../feeds/safe-words.ts';
import { isNoDeeper } from '../../values/depth.ts';
import { parseJson } from '../../values/parse-json.ts';
import type { MailAddress } from '../mail-types.ts';
import { createNamer, type Namer } from './chat-names.ts';
import type { Chat, ChatLine, ChatPlace } from './chat-types.ts';
import { clockOf } from './clock.ts';

const deepest = 50;
const longestMessage = 20_000;

type Json = { [name: string]: unknown };

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

const textIn = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Undefined where it is not whole. */
export function readTelegram(text: string, { zone, country }: ChatPlace): Chat[] | undefined {
  const data = parseJson(text);
  if (!isJson(data) || !isNoDeeper(data, deepest)) return undefined;
  const name = createNamer(country);
  const phones = phonesIn(data, name);
  const owner = isJson(data['personal_information'])
    ? `user${textIn(data['personal_information']['user_id'])}`
    : undefined;
  const chats = isJson(data['chats']) ? listIn(data['chats']['list']) : [data];
  return chats.flatMap((chat) => chatIn(chat, { owner, phones, name, clock: clockOf(zone) }) ?? []);
}

type Known = {
  owner: string | undefined;
  phones: ReadonlyMap<string, MailAddress>;
  name: Namer;
  clock: (at: number) => number | undefined;
};

/** Those of the address book, by what they are called in it. */
function phonesIn(data: Json, name: Namer): Map<string, MailAddress> {
  const contacts = isJson(data['contacts']) ? listIn(data['contacts']['list']) : [];
  return new Map(
    contacts.flatMap((contact) => {
      const called = `${textIn(contact['first_name'])} ${textIn(contact['last_name'])}`.trim();
      const phone = textIn(contact['phone_number']);
      return called === '' || phone === '' ? [] : [[called, name(phone, called)] as const];
    }),
  );
}

/** Of people: programs, channels and notes to oneself are no contacts. */
const ofPeople = new Set([
  'personal_chat',
  'private_group',
  'private_supergroup',
  'public_supergroup',
]);

function chatIn(chat: Json, { owner, phones, name, clock }: Known): Chat | undefined {
  const type = textIn(chat['type']);
  if (!ofPeople.has(type)) return undefined;
  const isGroup = type !== 'personal_chat';
  const other = `user${textIn(chat['id'])}`;
  const isOwn = (writer: string): boolean =>
    owner === undefined ? !isGroup && writer !== other : writer === owner;
  const lines = listIn(chat['messages']).flatMap((message): ChatLine[] => {
    const at =
      Number(textIn(message['date_unixtime'])) * 1_000 || Date.parse(textIn(message['date']));
    const wall = clock(at);
    const called = textIn(message['from']);
    const words = wordsIn(message);
    if (message['type'] !== 'message' || wall === undefined || called === '' || words === '')
      return [];
    const isUs = isOwn(textIn(message['from_id']));
    const who = isUs ? undefined : (phones.get(called) ?? name(called));
    return [{ wall, who, text: safeText(words).slice(0, longestMessage) }];
  });
  lines.sort((a, b) => a.wall - b.wall);
  const called = textIn(chat['name']);
  return {
    network: 'Telegram',
    title: isGroup ? called : '',
    isGroup,
    ...(isGroup || called === '' ? {} : { others: [phones.get(called) ?? name(called)] }),
    lines,
  };
}

/** Its words, and files by name. */
function wordsIn(message: Json): string {
  const { text } = message;
  const said = Array.isArray(text)
    ? text.map((part) => (isJson(part) ? textIn(part['text']) : textIn(part))).join('')
    : textIn(text);
  const file = textIn(message['file_name']) || textIn(message['file']) || textIn(message['photo']);
  const shown = file.includes('File not included') ? textIn(message['media_type']) : file;
  return [said, shown === '' ? '' : `<${shown.split('/').at(-1)}>`]
    .filter((one) => one !== '')
    .join(' ');
}
