// A mail as a moment: the same mail has the same id, whoever of the team brings it in. What
// stays on one laptop has an id of its own, so that it stands in the way of nobody's copy.

import type { JsonValue, NewRecord, RecordId } from '../domain/record.ts';
import type { MailBody, MailHead } from './mail-types.ts';
import { threadWords } from './own-thread.ts';

export type MailScope = 'private' | 'team';

export type MailMade = {
  at: number;
  people: string[];
  direction: 'in' | 'out' | 'both';
  thread: string;
  scope: MailScope;
};

type Hash = (text: string) => string;

export const mailId = (key: string, scope: MailScope, hash: Hash): RecordId =>
  hash(scope === 'team' ? `mail ${key}` : `mail here ${key}`) as RecordId;

export function mailMoment(
  head: MailHead,
  body: MailBody,
  { at, people, direction, thread, scope }: MailMade,
  hash: Hash,
): NewRecord {
  const parts: JsonValue[] = head.attachments.map((part) => ({ ...part }));
  return {
    id: mailId(head.key, scope, hash),
    kind: 'message',
    scope,
    fields: {
      when: at,
      people,
      ...(direction === 'both' ? {} : { direction }),
      title: head.subject,
      thread: hash(threadWords(thread)),
      ...(body.quoted === '' ? {} : { quoted: body.quoted }),
      ...(parts.length === 0 ? {} : { parts }),
      ...(head.isEncrypted ? { encrypted: true } : {}),
      ...(scope === 'private' ? { keep: 'here' } : {}),
      // Under which its copy for the team is known, once it is shared.
      ...(scope === 'private' ? { shared: mailId(head.key, 'team', hash) } : {}),
    },
    note: body.text,
  };
}
