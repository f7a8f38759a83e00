// Makes the moments of a plan as one action, in pieces (records/make-in-pieces.ts).

import type { RecordDoc } from '../domain/record.ts';
import type { Result } from '../domain/result.ts';
import type { CommandContext } from '../records/context.ts';
import { makeInPieces, type Watch } from '../records/make-in-pieces.ts';
import { restored } from '../records/trash.ts';
import type { Plan } from '../records/writes.ts';
import type { RecordStore } from '../store/record-store.ts';
import { mailMoment } from './mail-moment.ts';
import type { MailBody, MailHead } from './mail-types.ts';
import type { MailPlan } from './plan-mail.ts';
import type { MailReport } from './plan-types.ts';

export type MailWork = {
  heads: readonly MailHead[];
  makes: MailPlan['makes'];
  /** Of the files together; by it an import that was cut off is known again. */
  print: string;
  name: string;
  /** How many mails nothing is made of. */
  skipped: number;
  bodies: (heads: readonly number[]) => Promise<MailBody[]>;
};

export const mailMarker = 'mail-import';

export function applyMail(
  store: RecordStore,
  { heads, makes, print, name, skipped, bodies }: MailWork,
  context: CommandContext,
  watch: Watch = {},
): Promise<Result<MailReport>> {
  const records = async (from: number, to: number) => {
    const some = makes.slice(from, to);
    const words = await bodies(some.map(({ head }) => head));
    return some.flatMap(({ head: row, made }, at) => {
      const [head, body] = [heads[row], words[at]];
      if (head === undefined || body === undefined) return [];
      const change = (before: RecordDoc): Plan | undefined => changeOf(before, head, body);
      return [{ record: mailMoment(head, body, made, context.hash), row: row + 1, change }];
    });
  };
  const work = { marker: mailMarker, print, name, skipped, total: makes.length, records };
  return makeInPieces(store, work, context, watch);
}

/** It was undone, and is wanted again; or it is a day of a chat that has gone on since. */
function changeOf(before: RecordDoc, head: MailHead, body: MailBody): Plan | undefined {
  const isGrown =
    head.chat !== undefined && body.text !== before.note && body.text.startsWith(before.note);
  const longer: Plan = () => [{ what: 'note', value: body.text }];
  if (before.status === 'undone')
    return isGrown ? (...given) => [...restored(...given), ...longer(...given)] : restored;
  return before.status === 'live' && isGrown ? longer : undefined;
}
