// One file of mail or of chats while it comes in: known by its first bytes, then read by the
// reader of its kind.

import { type FileFacts, type FileReader, readerOf, whole } from './file-readers.ts';
import { mailFormatOf, mailHeadBytes } from './looks-like-mail.ts';
import type { MailRead } from './mail-types.ts';

export type MailFile = {
  put(piece: Uint8Array): Promise<MailRead[]>;
  /** Undefined where the file held no mail. */
  end(): Promise<MailRead[] | undefined>;
};

export function createMailFile(facts: FileFacts): MailFile {
  let head: Uint8Array[] = [];
  let size = 0;
  let isDecided = false;
  let reader: FileReader | undefined;

  const decide = async (): Promise<MailRead[]> => {
    isDecided = true;
    const bytes = whole(head);
    head = [];
    const format = mailFormatOf(bytes);
    if (format === undefined) return [];
    reader = readerOf(format, facts);
    return bytes.length === 0 ? [] : reader.put(bytes);
  };
  return {
    put: async (piece) => {
      if (isDecided) return (await reader?.put(piece)) ?? [];
      head.push(piece);
      size += piece.byteLength;
      return size >= mailHeadBytes ? decide() : [];
    },
    end: async () => {
      const first = isDecided ? [] : await decide();
      return reader === undefined ? undefined : [...first, ...(await reader.end())];
    },
  };
}
