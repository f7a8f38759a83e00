// Of which conversation a mail is that is begun here, as an import of its answer finds it.

import { threadWords } from '../../src-shared/mail/own-thread.ts';

export async function threadOf(messageId: string): Promise<string> {
  const bytes = new TextEncoder().encode(threadWords(messageId));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCodePoint(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
