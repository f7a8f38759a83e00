// One import of mail: what was read of its files, and the plan that was looked at last.

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { applyMail, mailMarker } from '../../../src-shared/mail/apply-mail.ts';
import type { ChatPlace } from '../../../src-shared/mail/chats/chat-types.ts';
import type { MailHead } from '../../../src-shared/mail/mail-types.ts';
import { type KnownMail, type MailPlan, planMail } from '../../../src-shared/mail/plan-mail.ts';
import type { MailOptions, MailPreview, MailReport } from '../../../src-shared/mail/plan-types.ts';
import { readHere, readPeopleByAddress } from '../../../src-shared/mail/read-known.ts';
import { startOfDay } from '../../../src-shared/query/calendar.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import { begunBefore } from '../../../src-shared/records/make-in-pieces.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { type MailReader, openMailReader } from './mail-reader.ts';

/** So many are held to be looked at. */
const mostMails = 500_000;

type Said = { own: readonly string[]; never: readonly string[] };

export type MailSession = {
  file(name: string, size: number): Promise<Result<null>>;
  put(bytes: Uint8Array): Promise<Result<{ messages: number }>>;
  end(): Promise<Result<{ messages: number }>>;
  plan(options: MailOptions, store: RecordStore, said: Said): Promise<Result<MailPreview>>;
  apply(
    store: RecordStore,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<MailReport>>;
  stop: () => void;
  close: () => Promise<void>;
};

export function openMailSession(
  commandContext: () => CommandContext,
  place: ChatPlace,
): MailSession {
  const reader: MailReader = openMailReader();
  const heads: MailHead[] = [];
  const refused = { tooLarge: 0, broken: 0 };
  const files: { name: string; size: number }[] = [];
  let plan: MailPlan | undefined;
  let isStopped = false;
  const messages = (): number => heads.length + refused.tooLarge + refused.broken;
  const print = (): string => commandContext().hash(JSON.stringify(files));
  const take = async (
    question: Parameters<MailReader['ask']>[0],
  ): Promise<Result<{ messages: number }>> => {
    const answer = await reader.ask(question);
    if (!answer.ok) return answer;
    if (answer.value.type === 'no-mail') return fail('file-not-recognised');
    heads.push(...answer.value.heads);
    for (const because of answer.value.refused)
      refused[because === 'too-large' ? 'tooLarge' : 'broken'] += 1;
    if (heads.length > mostMails) return fail('too-many-files');
    return ok({ messages: messages() });
  };
  return {
    file: async (name, size) => {
      const begun = await take({ type: 'file', of: { ...place, name } });
      if (!begun.ok) return begun;
      files.push({ name, size });
      return ok(null);
    },
    put: (bytes) => take({ type: 'put', bytes }),
    end: async () => {
      const ended = await take({ type: 'end' });
      if (!ended.ok) files.pop();
      return ended;
    },
    plan: async (options, store, said) => {
      const { hash } = commandContext();
      const known = await readKnown(store, heads, { hash, said, bodies: reader.bodies });
      plan = planMail(heads, options, known);
      const begun = await store.write((tx) =>
        ok(begunBefore(tx, { marker: mailMarker, print: print() })?.progress.said.size ?? 0),
      );
      if (!begun.ok) return begun;
      return ok({
        ...plan.preview,
        files: files.map(({ name }) => name),
        messages: messages(),
        size: files.reduce((sum, one) => sum + one.size, 0),
        refused,
        begun: begun.value,
      });
    },
    apply: (store, onProgress) => {
      if (plan === undefined) return Promise.resolve(fail('bad-input'));
      isStopped = false;
      const { makes } = plan;
      const work = {
        heads,
        makes,
        print: print(),
        name: nameOf(files),
        skipped: messages() - makes.length,
        bodies: reader.bodies,
      };
      const watch = { onProgress, isStopped: () => isStopped };
      return applyMail(store, work, commandContext(), watch);
    },
    stop: () => {
      isStopped = true;
    },
    close: async () => {
      isStopped = true;
      await reader.close();
    },
  };
}

const nameOf = (files: readonly { name: string }[]): string =>
  files.length === 1
    ? (files[0]?.name ?? '')
    : files
        .map(({ name }) => name)
        .join(', ')
        .slice(0, 200);

type Around = {
  hash: (text: string) => string;
  said: Said;
  bodies: MailReader['bodies'];
};

async function readKnown(
  store: RecordStore,
  heads: readonly MailHead[],
  { hash, said, bodies }: Around,
): Promise<KnownMail> {
  const textOf = async (head: number): Promise<string> => (await bodies([head]))[0]?.text ?? '';
  const [peopleByAddress, here] = await Promise.all([
    readPeopleByAddress(store, heads),
    readHere(store, heads, hash, textOf),
  ]);
  return { ...said, peopleByAddress, here, startOf: startOfDay };
}
