// What this laptop says unasked. What was said is noted in the book, by hashes that tell nothing,
// so that nothing is said twice, also not by two windows or after a start.

import type { Notice, NoticesAnswer } from '../../../src-shared/bridge/requests/notices.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { ok, type Result } from '../../../src-shared/domain/result.ts';
import type { TeamNow } from '../../../src-shared/notices/claim.ts';
import { decide } from '../../../src-shared/notices/decide.ts';
import { type Note, notesOf } from '../../../src-shared/notices/note.ts';
import type { Rest } from '../../../src-shared/notices/quiet.ts';
import { createInTurn } from '../../../src-shared/pacing/in-turn.ts';
import { dayOfTime } from '../../../src-shared/query/calendar.ts';
import { stampNow } from '../../../src-shared/records/context.ts';
import { localDoc } from '../../../src-shared/records/local-doc.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { holidaysOf, weekendOf } from '../holidays.ts';
import type { ServiceContext } from './context.ts';
import { commentsForMe } from './together-handlers.ts';
import { lookingOf } from './today-handlers.ts';
import { openViews } from './which.ts';

type Served = Extract<keyof Handlers, `notices.${string}`>;

const toldId = 'notices-told';
/** That somebody was here is noted at most so often. */
const noteEvery = 10 * 60_000;
/** What is not open any more is forgotten after so long. */
const keepMs = 90 * 86_400_000;

export function noticesHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const inTurn = createInTurn();
  return { 'notices.take': (asked) => inTurn(() => take(context, asked)) };
}

async function take(
  context: ServiceContext,
  { zone, shown }: { zone: string; shown: string[] },
): Promise<Result<NoticesAnswer>> {
  const opened = await openViews(context, { zone, weekStart: 1 });
  if (!opened.ok) return opened;
  const { book } = opened.value;
  const { now } = lookingOf(context, zone);
  const { rows, next: reminder } = await book.today.due(lookingOf(context, zone));
  const { all: comments, byId } = await commentsForMe(context, book.store);
  const notes = notesOf(rows, comments, zone);
  const told = await readTold(book.store);
  const hash = (key: string): string => context.commandContext().hash(key).slice(0, 22);
  const settings = context.settings.read();
  const decided = decide(notes, {
    now,
    zone,
    ways: settings.noticeWays,
    rest: await restOf(settings, now, zone),
    team: teamOf(context),
    isTold: (key) => told.keys[hash(key)] !== undefined,
    lookedAt: told.lookedAt,
  });
  const isTimeToNote = !decided.isQuiet && now - (told.lookedAt ?? 0) >= noteEvery;
  if (decided.told.length > 0 || isTimeToNote) {
    const open = new Set(notes.map(({ key }) => hash(key)));
    const kept = Object.entries(told.keys).filter(
      ([key, at]) => open.has(key) || at > now - keepMs,
    );
    const fresh = decided.told.map((key) => [hash(key), now] as const);
    const keys = Object.fromEntries([...kept, ...fresh]);
    const written = await writeTold(context, book.store, { keys, lookedAt: now });
    // What cannot be noted is said later: nothing is said twice.
    if (!written.ok) return written;
  }
  const openKeys = new Set(notes.map(({ key }) => key));
  const times = [decided.next, reminder].filter((at) => at !== undefined);
  return ok({
    toasts: await named(book.store, decided.toasts, byId),
    ...(decided.digest === undefined ? {} : { digest: decided.digest }),
    gone: shown.filter((key) => !openKeys.has(key)),
    ...(times.length === 0 ? {} : { next: Math.min(...times) }),
  });
}

type Told = { keys: { [hash: string]: number }; lookedAt: number | undefined };

async function readTold(store: RecordStore): Promise<Told> {
  const fields = (await store.get('local', [toldId])).get(toldId)?.fields ?? {};
  const { keys, lookedAt } = fields;
  const known = typeof keys === 'object' && keys !== null && !Array.isArray(keys) ? keys : {};
  return {
    keys: Object.fromEntries(
      Object.entries(known).flatMap(([key, at]) => (typeof at === 'number' ? [[key, at]] : [])),
    ),
    lookedAt: typeof lookedAt === 'number' ? lookedAt : undefined,
  };
}

const writeTold = (
  { commandContext }: ServiceContext,
  store: RecordStore,
  { keys, lookedAt }: { keys: Told['keys']; lookedAt: number },
): Promise<Result<null>> =>
  store.write((tx) => {
    tx.put('local', [localDoc(toldId, toldId, { keys, lookedAt }, stampNow(commandContext()))]);
    return ok(null);
  });

async function restOf(
  { quiet, defaultCountry }: ReturnType<ServiceContext['settings']['read']>,
  now: number,
  zone: string,
): Promise<Rest> {
  const year = Number(dayOfTime(now, zone).slice(0, 4));
  const years = quiet.holidays
    ? await Promise.all([year, year + 1].map((one) => holidaysOf(defaultCountry, one)))
    : [];
  return {
    quiet,
    weekend: weekendOf(defaultCountry),
    holidays: new Set(years.flatMap((days) => [...days])),
  };
}

function teamOf({ team, settings, commandContext }: ServiceContext): TeamNow {
  const { id, formerIds } = settings.device;
  const here = [...(team.state.membership()?.members.values() ?? [])].filter(
    ({ state }) => state === 'here',
  );
  const own = here.find((one) => one.id === id)?.memberName ?? commandContext().userName;
  return {
    self: id,
    members: new Map([
      ...here.flatMap((one) =>
        [one.id, one.formerId ?? one.id].map((known) => [known, one.memberName] as const),
      ),
      ...[id, ...formerIds].map((known) => [known, own] as const),
    ]),
    linked: new Set(team.links.linked()),
  };
}

async function named(
  store: RecordStore,
  notes: readonly Note[],
  comments: ReadonlyMap<string, RecordDoc>,
): Promise<Notice[]> {
  const ids = notes.map(aboutId);
  const found = new Map<string, Notice['about']>();
  for (const collection of ['people', 'groups'] as const)
    for (const [id, { kind, name }] of await store.get(collection, ids))
      found.set(id, { collection, id, kind, name });
  return notes.map((note) => {
    const comment = comments.get(note.comment?.id ?? '');
    return {
      ...note,
      about: found.get(aboutId(note)),
      ...(comment === undefined
        ? {}
        : { writer: { by: comment.origin.by, device: comment.origin.device } }),
    };
  });
}

const aboutId = ({ row, comment }: Note): string => row?.about.id ?? comment?.on ?? '';
