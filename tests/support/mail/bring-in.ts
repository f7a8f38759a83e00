// Mail brought into a laptop in memory, as the host does it.

import { applyMail } from '../../../src-shared/mail/apply-mail.ts';
import type { ReadMail } from '../../../src-shared/mail/mail-types.ts';
import { type MailPlan, planMail } from '../../../src-shared/mail/plan-mail.ts';
import type { MailOptions, MailReport } from '../../../src-shared/mail/plan-types.ts';
import { readHere, readPeopleByAddress } from '../../../src-shared/mail/read-known.ts';
import { startOfDay } from '../../../src-shared/query/calendar.ts';
import type { Replica } from '../sync/replica.ts';
import { readOk } from './mails.ts';

export const usual: MailOptions = { scope: 'team', zone: 'UTC', own: ['me@own.example'] };

export async function planFor(
  { store, context }: Replica,
  mails: readonly (string | ReadMail)[],
  options: Partial<MailOptions> = {},
  never: readonly string[] = [],
): Promise<{ plan: MailPlan; heads: ReadMail[] }> {
  const heads = await Promise.all(
    mails.map(async (mail) => (typeof mail === 'string' ? readOk(mail) : mail)),
  );
  const textOf = (head: number) => Promise.resolve(heads[head]?.text ?? '');
  const known = {
    peopleByAddress: await readPeopleByAddress(store, heads),
    here: await readHere(store, heads, context.hash, textOf),
    own: [],
    never,
    startOf: startOfDay,
  };
  return { plan: planMail(heads, { ...usual, ...options }, known), heads };
}

/** `stopAfter`: so many messages, by pieces. */
export async function bringIn(
  replica: Replica,
  mails: readonly (string | ReadMail)[],
  options: Partial<MailOptions> = {},
  stopAfter = Infinity,
): Promise<MailReport> {
  const { plan, heads } = await planFor(replica, mails, options);
  let done = 0;
  const work = {
    heads,
    makes: plan.makes,
    print: 'print',
    name: 'mail.mbox',
    skipped: mails.length - plan.makes.length,
    bodies: (of: readonly number[]) =>
      Promise.resolve(of.map((at) => heads[at] ?? { text: '', quoted: '', signature: [] })),
  };
  const report = await applyMail(replica.store, work, replica.context, {
    onProgress: (so) => {
      done = so;
    },
    isStopped: () => done >= stopAfter,
  });
  if (!report.ok) throw new Error(report.error.code);
  return report.value;
}
