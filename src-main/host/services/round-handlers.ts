// Rounds: who is in one is found here, so that ten thousand ids need not travel.

import type { Handlers } from '../../../src-shared/bridge/server.ts';
import type { RecordDoc, RecordId } from '../../../src-shared/domain/record.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { mostInRound, run as runKind, runClaim } from '../../../src-shared/domain/round.ts';
import { dayOfTime, type WeekDay } from '../../../src-shared/query/calendar.ts';
import { parseView, type View } from '../../../src-shared/query/view.ts';
import type { Done } from '../../../src-shared/records/command.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import { create } from '../../../src-shared/records/intents/edits.ts';
import { roundOf, runOf } from '../../../src-shared/records/intents/rounds.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';
import type { Book } from '../book/book.ts';
import { isRound } from '../book/rounds/read-run.ts';
import type { ServiceContext } from './context.ts';
import { ownMember } from './team/standing.ts';
import { openViews, peopleIn } from './which.ts';

type Served = Extract<keyof Handlers, `rounds.${string}`>;
type Started = { run: string; leftOut: number; done: Done };
type Reader = { zone: string; weekStart: WeekDay };

/** So long somebody is taken for a teammate's. */
const claimMs = 30 * 60_000;

export function roundHandlers(context: ServiceContext): Pick<Handlers, Served> {
  return {
    'rounds.start': async ({ name, each, group, scope, ...which }) => {
      const chosen = await chosenFor(context, which, scope);
      if (!chosen.ok) return chosen;
      const { book, people, leftOut, view } = chosen.value;
      const command = context.commandContext();
      const id = command.newId() as RecordId;
      const { userName: by } = command;
      const made = roundOf(id, { name, each, group, view, owner: by });
      return startRun(book, command, { round: id, scope, people, leftOut, first: [made] });
    },
    'rounds.again': async ({ round: id, ...reader }) => {
      const round = await roundWith(context, id);
      if (!round.ok) return round;
      const { scope } = round.value;
      const view = viewOf(round.value);
      if (!view.ok) return view;
      const chosen = await chosenFor(context, { view: view.value as never, ...reader }, scope);
      if (!chosen.ok) return chosen;
      const { book, people, leftOut } = chosen.value;
      const start = { round: id, scope, people, leftOut, first: [] };
      return startRun(book, context.commandContext(), start);
    },
    'rounds.read': ({ run, zone }) => {
      const book = context.book();
      if (!book.ok) return book;
      const found = book.value.rounds.read(run, lookingIn(context, zone));
      return found === undefined ? fail('not-found') : ok(found);
    },
    'rounds.waiting': (asked) => waitingFor(context, asked.run, asked),
    'rounds.progress': ({ runs, zone }) => {
      const book = context.book();
      return book.ok ? ok(book.value.rounds.progress(runs, lookingIn(context, zone))) : book;
    },
    'rounds.take': (asked) => take(context, asked),
  };
}

function lookingIn(context: ServiceContext, zone: string) {
  const command = context.commandContext();
  const now = command.now();
  return { now, today: dayOfTime(now, zone), device: command.device };
}

async function waitingFor(
  context: ServiceContext,
  run: string,
  reader: Reader,
): Promise<Result<{ count: number }>> {
  const doc = await recordWith(context, run);
  if (!doc.ok) return doc;
  const round = await roundWith(context, String(doc.value.fields['round'] as string));
  if (!round.ok) return round;
  const view = viewOf(round.value);
  if (!view.ok) return view;
  const opened = await openViews(context, reader);
  if (!opened.ok) return opened;
  const { book, views } = opened.value;
  const whole = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
  const ids = views.ids({ ...view.value, sorts: [] }, whole);
  const known = book.rounds.everybody(run);
  const fresh = ids.filter((id) => !known.has(id));
  return ok({ count: (await thoseFor(book, fresh, round.value.scope)).length });
}

type Which = Parameters<typeof peopleIn>[1];
type Chosen = { book: Book; people: string[]; leftOut: number; view: View };

/** Whom a round goes through: of one that the team shares, those whom the team has. */
async function chosenFor(
  context: ServiceContext,
  which: Which,
  scope: RecordDoc['scope'],
): Promise<Result<Chosen>> {
  const view = parseView(which.view);
  if (!view.ok) return view;
  const found = await peopleIn(context, which);
  if (!found.ok) return found;
  const book = context.book();
  if (!book.ok) return book;
  const people = await thoseFor(book.value, found.value, scope);
  if (people.length === 0) return fail('round-empty');
  if (people.length > mostInRound)
    return fail('round-too-long', { count: people.length, most: mostInRound });
  const leftOut = found.value.length - people.length;
  return ok({ book: book.value, people, leftOut, view: view.value });
}

async function thoseFor(
  { store }: Book,
  ids: readonly string[],
  scope: RecordDoc['scope'],
): Promise<string[]> {
  if (scope === 'private' || ids.length > mostRead) return [...ids];
  const docs = await store.get('people', ids);
  return ids.filter((id) => docs.get(id)?.scope !== 'private');
}

/** Beyond it is refused anyhow. */
const mostRead = 2 * mostInRound;

type Start = {
  round: string;
  scope: RecordDoc['scope'];
  people: readonly string[];
  leftOut: number;
  /** What is made with it. */
  first: Parameters<typeof create>;
};

async function startRun(
  { store }: Book,
  command: CommandContext,
  { round, scope, people, leftOut, first }: Start,
): Promise<Result<Started>> {
  const run = command.newId() as RecordId;
  const made = runOf({ id: run, round, at: command.now(), by: command.userName, people });
  const all = [...first, ...made].map((record) => ({ ...record, scope }));
  const done = await runCommand(store, create(...all), command);
  return done.ok ? ok({ run, leftOut, done: done.value }) : done;
}

async function recordWith(context: ServiceContext, id: string): Promise<Result<RecordDoc>> {
  const book = context.book();
  if (!book.ok) return book;
  const doc = (await book.value.store.get('setup', [id])).get(id);
  return doc === undefined ? fail('not-found') : ok(doc);
}

async function roundWith(context: ServiceContext, id: string): Promise<Result<RecordDoc>> {
  const found = await recordWith(context, id);
  return found.ok && !isRound(found.value) ? fail('not-found') : found;
}

function viewOf({ fields: { of, conditions, sorts } }: RecordDoc): Result<View> {
  return parseView({ of, conditions, ...(sorts === undefined ? {} : { sorts }) });
}

type Taking = { run: string; person?: string | undefined; left?: string | undefined };

/** Says so where there is a team to hear it. What is done goes on if it cannot be written. */
async function take(context: ServiceContext, { run, person, left }: Taking): Promise<Result<null>> {
  if (ownMember(context) === undefined) return ok(null);
  const book = context.book();
  if (!book.ok) return book;
  const command = context.commandContext();
  const now = command.now();
  return book.value.store.write((tx) => {
    const of = tx.get('setup', [run]).get(run);
    if (of?.kind !== runKind.kind || of.scope !== 'team') return ok(null);
    const claim = (who: string, until: number): RecordDoc | undefined => {
      const id = claimId(run, who, command);
      const before = tx.get('work', [id]).get(id);
      const { holder, until: held } = before?.fields ?? {};
      const isHeld = typeof held === 'number' && held > now;
      // Who is somebody else's stays so; what is already over need not be ended.
      if (isHeld ? holder !== command.device : until <= now) return undefined;
      if (tx.get('people', [who]).get(who)?.scope !== 'team') return undefined;
      const said = Math.max(now, Number(before?.fields['said'] ?? 0) + 1);
      const fields = { run, person: who, holder: command.device, by: command.userName };
      return makeRecord(
        { id, kind: runClaim.kind, scope: 'team', fields: { ...fields, until, said } },
        command,
      );
    };
    const docs = [
      ...(left === undefined ? [] : [claim(left, now)]),
      ...(person === undefined ? [] : [claim(person, now + claimMs)]),
    ].filter((doc) => doc !== undefined);
    if (docs.length > 0) tx.put('work', docs);
    return ok(null);
  });
}

/** The same on every laptop. */
const claimId = (run: string, person: string, { hash }: CommandContext): RecordId =>
  hash(JSON.stringify(['run-claim', run, person])).slice(0, 64) as RecordId;
