// One file of mail while it comes in: known by its first bytes, an mbox read message by
// message as they arrive, a single mail once it is whole.

import { asciiOf, type MailFormat, mailFormatOf, mailHeadBytes } from './looks-like-mail.ts';
import { largestMail, type MailRead } from './mail-types.ts';
import { readMsg } from './msg/read-msg.ts';
import { readMail } from './read-mail.ts';
import { type MboxSplitter, type RawMail, splitMbox } from './split-mbox.ts';

export type MailFile = {
  put(piece: Uint8Array): Promise<MailRead[]>;
  /** Undefined where the file held no mail. */
  end(): Promise<MailRead[] | undefined>;
};

type Hash = (bytes: Uint8Array) => string;

export function createMailFile(hash: Hash): MailFile {
  let waiting: Uint8Array[] = [];
  let size = 0;
  let format: MailFormat | undefined;
  let isDecided = false;
  let mbox: MboxSplitter | undefined;

  const decide = (): void => {
    format = mailFormatOf(whole(waiting));
    isDecided = true;
    if (format === 'mbox') mbox = splitMbox();
  };
  return {
    put: async (piece) => {
      size += piece.byteLength;
      if (isDecided && format === undefined) return [];
      // Of a mail that is too large the rest is let go.
      if (!isDecided || (mbox === undefined && size <= largestMail + 64)) waiting.push(piece);
      if (!isDecided && size >= mailHeadBytes) {
        decide();
        if (mbox !== undefined) return readAll(mbox.put(taken()), hash);
        return [];
      }
      return mbox === undefined ? [] : readAll(mbox.put(piece), hash);
    },
    end: async () => {
      if (!isDecided) decide();
      if (format === undefined) return undefined;
      if (mbox !== undefined)
        return readAll([...(waiting.length > 0 ? mbox.put(taken()) : []), ...mbox.end()], hash);
      if (size > largestMail) return [{ ok: false, because: 'too-large' }];
      const bytes = whole(waiting);
      if (format === 'msg') return [readMsg(bytes, hash)];
      return [await readMail(format === 'emlx' ? mailOfEmlx(bytes) : bytes, { hash })];
    },
  };

  function taken(): Uint8Array {
    const bytes = whole(waiting);
    waiting = [];
    return bytes;
  }
}

async function readAll(mails: readonly RawMail[], hash: Hash): Promise<MailRead[]> {
  const reads: MailRead[] = [];
  for (const mail of mails)
    reads.push(
      mail.bytes === undefined
        ? { ok: false, because: 'too-large' }
        : await readMail(mail.bytes, { hash, at: mail.at }),
    );
  return reads;
}

/** Apple Mail writes how long the mail is above it, and its own notes below. */
function mailOfEmlx(bytes: Uint8Array): Uint8Array {
  const [line = ''] = asciiOf(bytes.subarray(0, 40)).split('\n', 1);
  const from = line.length + 1;
  return bytes.subarray(from, from + Number(line));
}

function whole(pieces: readonly Uint8Array[]): Uint8Array {
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
