// One file on its way in: read, planned, decided on, applied. Nothing touches the book
// before `apply`. Long steps yield to the event loop between pieces.

import { fail, ok, type Result } from '../../domain/result.ts';
import type { CommandContext } from '../../records/context.ts';
import { allSalts, eraseSaltsId, erasedKey } from '../../records/erase/tombstone.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type {
  ImportFileInfo,
  ImportOptions,
  ImportPreview,
  ImportReport,
  PlannedRow,
  RowDecision,
  RowFacts,
  RowReason,
  RowsWanted,
} from '../import-types.ts';
import { applyPlan } from './apply/apply.ts';
import { countryOfFile } from './entry/country-of-file.ts';
import { decodeFile, type Decoded } from './text/decode.ts';
import { countGroups, previewCounts } from './plan/counts.ts';
import type { Plan, PlanWork } from './plan/plan-work.ts';
import type { Entries } from './plan/entries.ts';
import type { OwnFromDetails } from './entry/own-from-details.ts';
import { ownFieldsOf, withOwnNames } from './entry/own-of-source.ts';
import { createPlanner, type Planner } from './plan/plan.ts';
import { countOpen, findPerhaps, pageOf } from './plan/page.ts';
import { factsOfRow } from './plan/row-facts.ts';
import { rejectedCsv } from './csv/rejected-csv.ts';
import { syntaxes } from './syntaxes.ts';
import type { ImportSource } from './source.ts';

export type ImportEnv = {
  yieldNow: () => Promise<void>;
  /** Makes ids of records; without it no fields of the team's own are made. */
  newId?: () => string;
  /** As in CommandContext; without it erased people are not noticed. */
  hash?: (text: string) => string;
  /** Of how many rows the contents are held in memory; the rest are read from the file again. */
  mostKept?: number;
};
export type ImportProgress = (done: number, total: number) => void;

export type ImportSession = {
  read(options?: ImportOptions, signal?: AbortSignal): Promise<Result<ImportFileInfo>>;
  plan(
    options: ImportOptions,
    store: RecordStore,
    signal?: AbortSignal,
    onProgress?: ImportProgress,
  ): Promise<Result<ImportPreview>>;
  rows(from: number, count: number, only?: RowsWanted): { rows: PlannedRow[]; total: number };
  /** All that a row says; undefined for one that cannot be read. */
  look(row: number): RowFacts | undefined;
  decide(decisions: readonly RowDecision[]): Result<ImportPreview>;
  apply(
    store: RecordStore,
    context: CommandContext,
    signal?: AbortSignal,
    onProgress?: ImportProgress,
  ): Promise<Result<ImportReport>>;
  /** The rows that cannot be read with their line and a reason; '' when there are none. */
  rejectedCsv(reasonText?: (code: RowReason) => string): string;
};

type Planned = {
  plan: Plan;
  source: ImportSource;
  info: ImportFileInfo;
  known: ReadonlyMap<string, string>;
  perhaps: readonly number[];
  own: OwnFromDetails;
  isApplied: boolean;
};

export function openImport(
  file: { name: string; bytes: Uint8Array | readonly Uint8Array[] },
  env: ImportEnv,
): ImportSession {
  const pieces = file.bytes instanceof Uint8Array ? [file.bytes] : file.bytes;
  let decoded: { charset: string | undefined; value: Decoded } | undefined;
  let planned: Planned | undefined;

  const open = async (options: ImportOptions): Promise<Result<ImportSource>> => {
    if (decoded === undefined || decoded.charset !== options.charset) {
      const text = await decodeFile(pieces, options.charset);
      if (!text.ok) return text;
      decoded = { charset: options.charset, value: text.value };
    }
    return openSource(file.name, decoded.value, options);
  };
  const preview = ({ plan, info, known, perhaps, own }: Planned): ImportPreview => ({
    info,
    fields: own.filled(),
    ...previewCounts(plan.entries, known),
    perhaps: { rows: perhaps.length, open: countOpen(plan.entries, perhaps) },
  });

  return {
    read: async (options = {}, signal) => {
      const source = await open(options);
      return source.ok ? readInfo(source.value, env, signal) : source;
    },
    plan: async (options, store, signal, onProgress) => {
      const decided = planned === undefined ? [] : decisionsOf(planned.plan.entries);
      planned = undefined;
      const source = await open(options);
      if (!source.ok) return source;
      const work: PlanWork = {
        yieldNow: env.yieldNow,
        signal,
        onProgress,
        erasedKeys: await erasedKeys(store, env),
      };
      const own = await ownFieldsOf(source.value, store, env.newId);
      const { planner, info } = await readRows(source.value, own, work, env.mostKept);
      if (!info.ok) return info;
      const plan = await planner.settle(store, work, source.value.isExact);
      if (!plan.ok) return plan;
      if (plan.value.entries.length() === 0) return fail('plan-has-no-rows');
      decideAgain(plan.value.entries, decided);
      const known = await countGroups(plan.value.entries, store);
      planned = {
        plan: plan.value,
        source: source.value,
        info: info.value,
        known,
        perhaps: findPerhaps(plan.value.entries),
        own,
        isApplied: false,
      };
      return ok(preview(planned));
    },
    rows: (from, count, only) => pageIn(planned, from, count, only),
    look: (row) => lookAt(planned, row),
    decide: (decisions) => {
      if (planned === undefined) return fail('bad-input');
      if (!decideOn(planned.plan.entries, decisions)) return fail('not-found');
      return ok(preview(planned));
    },
    apply: async (store, context, signal, onProgress) => {
      if (planned === undefined) return fail('bad-input');
      if (planned.isApplied) return fail('changed-since');
      const { plan, source, own } = planned;
      const made = own.toMake();
      const done = await applyPlan(plan, file.name, source.isExact, made, store, context, {
        yieldNow: env.yieldNow,
        signal,
        onProgress,
      });
      if (done.ok) planned.isApplied = true;
      return done;
    },
    rejectedCsv: (reasonText = (code) => code) =>
      planned === undefined ? '' : rejectedCsv(planned.plan.entries, planned.info, reasonText),
  };
}

function pageIn(
  planned: Planned | undefined,
  ...wanted: Parameters<ImportSession['rows']>
): ReturnType<ImportSession['rows']> {
  if (planned === undefined) return { rows: [], total: 0 };
  const { own, plan, perhaps } = planned;
  return withOwnNames(own, pageOf(plan, perhaps, ...wanted));
}

function lookAt(planned: Planned | undefined, row: number): RowFacts | undefined {
  const incoming = planned?.plan.contents.of(row);
  return incoming === undefined ? undefined : factsOfRow(incoming);
}

function openSource(name: string, decoded: Decoded, options: ImportOptions): Result<ImportSource> {
  const format = syntaxes.find((one) => one.recognises(decoded.text));
  return format === undefined ? fail('file-not-recognised') : format.open(name, decoded, options);
}

async function erasedKeys(store: RecordStore, env: ImportEnv): Promise<PlanWork['erasedKeys']> {
  const { hash } = env;
  if (hash === undefined) return undefined;
  const salts = allSalts((await store.get('local', [eraseSaltsId])).get(eraseSaltsId));
  if (salts.length === 0) return undefined;
  return (address) => salts.map((salt) => erasedKey(address, salt, { hash }));
}

async function readInfo(
  source: ImportSource,
  { yieldNow }: ImportEnv,
  signal: AbortSignal | undefined,
): Promise<Result<ImportFileInfo>> {
  const work = { yieldNow, signal, onProgress: undefined };
  const info = await source.info(work);
  if (!info.ok) return info;
  const country = await countryOfFile(source, info.value, work);
  return ok(country === undefined ? info.value : { ...info.value, country });
}

/** False, and nothing is decided, where one is of a row that is not there. */
function decideOn(entries: Entries, decisions: readonly RowDecision[]): boolean {
  if (decisions.some(({ row }) => row >= entries.length())) return false;
  for (const decision of decisions) {
    const entry = entries.at(decision.row);
    if (entry !== undefined) entries.put(decision.row, { ...entry, decision });
  }
  return true;
}

type Decided = { line: number; decision: RowDecision };

function decisionsOf(entries: Entries): Decided[] {
  const decided: Decided[] = [];
  for (let row = 0; row < entries.length(); row += 1) {
    const entry = entries.at(row);
    if (entry?.decision !== undefined) decided.push({ line: entry.line, decision: entry.decision });
  }
  return decided;
}

/** What was decided of a line of the file stays decided when it is read in another way. */
function decideAgain(entries: Entries, decided: readonly Decided[]): void {
  if (decided.length === 0) return;
  const decisionByLine = new Map(decided.map(({ line, decision }) => [line, decision]));
  for (let row = 0; row < entries.length(); row += 1) {
    const entry = entries.at(row);
    const decision = entry === undefined ? undefined : decisionByLine.get(entry.line);
    if (entry !== undefined && decision !== undefined)
      entries.put(row, { ...entry, decision: { ...decision, row } });
  }
}

/** Details that are called like fields of the team's own are values of those. */
async function readRows(
  source: ImportSource,
  own: OwnFromDetails,
  work: PlanWork,
  mostKept: number | undefined,
) {
  const planner = createPlanner((place) => own.fill(source.reread(place), false), mostKept);
  const take: Planner['take'] = (incoming, ...rest) =>
    planner.take(own.fill(incoming, true), ...rest);
  return { planner, info: await source.readInto({ ...planner, take }, work) };
}
