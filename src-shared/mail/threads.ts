// Which mails are one conversation: by what a mail says it answers, else by what it is about
// and between whom.

import { plainAddress } from './addresses.ts';
import type { MailHead } from './mail-types.ts';

const reply =
  /^(?:(?:re|aw|antw|sv|vs|fw|fwd|wg|tr|rif|res|rv|r|رد|إعادة توجيه)(?:\[\d+\])?\s*:\s*)+/iu;

/** The key of each mail's conversation, in their order. */
export function threadsOf(heads: readonly MailHead[]): string[] {
  const rootBySubject = new Map<string, string>();
  const order = heads.map((_, at) => at).sort((a, b) => (heads[a]?.at ?? 0) - (heads[b]?.at ?? 0));
  const roots = new Map<number, string>();
  for (const at of order) {
    const head = heads[at];
    if (head === undefined) continue;
    const [first] = head.references;
    const about = subjectKey(head);
    const isReply = first === undefined && reply.test(head.subject);
    const root = first ?? (isReply ? rootBySubject.get(about) : undefined) ?? head.key;
    if (!rootBySubject.has(about)) rootBySubject.set(about, root);
    roots.set(at, root);
  }
  return heads.map(({ key }, at) => roots.get(at) ?? key);
}

function subjectKey({ subject, from, to }: MailHead): string {
  const people = new Set([...from, ...to].map(({ address }) => plainAddress(address)));
  return [subject.replace(reply, '').trim().toLowerCase(), ...[...people].sort()].join('\n');
}
