// How a file is read once it is known what it holds: message by message as it comes, or whole.

import { daysOf } from './chats/chat-days.ts';
import type { ChatPlace } from './chats/chat-types.ts';
import { openSms } from './chats/sms.ts';
import { readTelegram } from './chats/telegram.ts';
import { readWhatsApp } from './chats/whatsapp.ts';
import { asciiOf, type MailFormat } from './looks-like-mail.ts';
import { largestMail, type MailRead } from './mail-types.ts';
import { readMsg } from './msg/read-msg.ts';
import { readMail } from './read-mail.ts';
import { type RawMail, splitMbox } from './split-mbox.ts';

/** `name`: of the file, with the folder or the archive it lay in. */
export type FileFacts = ChatPlace & { name: string; hash: (bytes: Uint8Array) => string };

export type FileReader = {
  put(piece: Uint8Array): Promise<MailRead[]>;
  end(): Promise<MailRead[]>;
};

export function readerOf(format: MailFormat, facts: FileFacts): FileReader {
  const { hash, zone } = facts;
  switch (format) {
    case 'mbox':
      return readMbox(hash);
    case 'sms':
      return readSms(facts);
    case 'emlx':
      return readWhole(async (bytes) => [await readMail(mailOfEmlx(bytes), { hash })]);
    case 'eml':
      return readWhole(async (bytes) => [await readMail(bytes, { hash })]);
    case 'msg':
      return readWhole((bytes) => [readMsg(bytes, hash)]);
    case 'whatsapp':
      return readWhole((bytes) =>
        daysOf(readWhatsApp(textOf(bytes), facts.name, facts.country), zone, hash),
      );
    case 'telegram':
      return readWhole((bytes) => {
        const chats = readTelegram(textOf(bytes), facts);
        return chats?.flatMap((chat) => daysOf(chat, zone, hash)) ?? [broken];
      });
  }
}

const broken: MailRead = { ok: false, because: 'broken' };

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Of what is too large the rest is let go. */
function readWhole(read: (bytes: Uint8Array) => MailRead[] | Promise<MailRead[]>): FileReader {
  const pieces: Uint8Array[] = [];
  let size = 0;
  return {
    put: async (piece) => {
      size += piece.byteLength;
      if (size <= largestMail + 64) pieces.push(piece);
      return [];
    },
    end: async () =>
      size > largestMail + 64 ? [{ ok: false, because: 'too-large' }] : read(whole(pieces)),
  };
}

function readMbox(hash: FileFacts['hash']): FileReader {
  const mbox = splitMbox();
  return {
    put: (piece) => readAll(mbox.put(piece), hash),
    end: () => readAll(mbox.end(), hash),
  };
}

async function readAll(mails: readonly RawMail[], hash: FileFacts['hash']): Promise<MailRead[]> {
  const reads: MailRead[] = [];
  for (const mail of mails)
    reads.push(
      mail.bytes === undefined
        ? { ok: false, because: 'too-large' }
        : await readMail(mail.bytes, { hash, at: mail.at }),
    );
  return reads;
}

function readSms(facts: FileFacts): FileReader {
  const sms = openSms(facts);
  return {
    put: async (piece) => {
      sms.put(piece);
      return [];
    },
    end: async () => sms.end().flatMap((chat) => daysOf(chat, facts.zone, facts.hash)),
  };
}

/** Apple Mail writes how long the mail is above it, and its own notes below. */
function mailOfEmlx(bytes: Uint8Array): Uint8Array {
  const [line = ''] = asciiOf(bytes.subarray(0, 40)).split('\n', 1);
  const from = line.length + 1;
  return bytes.subarray(from, from + Number(line));
}

export function whole(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.byteLength;
  }
  return all;
}
