// One file on its way in: read, planned, decided on, applied. Nothing touches the book
// before `apply`. Long steps yield to the event loop between pieces.

import { fail, ok, type Result } from '../../domain/result.ts';
import type { CommandContext } from '../../records/context.ts';
import { allSalts, erasedKey } from '../../records/erase/tombstone.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type {
  ImportFileInfo,
  ImportOptions,
  ImportPreview,
  ImportReport,
  PlannedRow,
  RowDecision,
  RowReason,
} from '../import-types.ts';
import { applyPlan } from './apply/apply.ts';
import { decodeFile, type Decoded } from './text/decode.ts';
import { countGroups, previewCounts } from './plan/counts.ts';
import { actionOf } from './plan/plan-entry.ts';
import type { Plan, PlanWork } from './plan/plan-work.ts';
import { createPlanner } from './plan/plan.ts';
import { plannedRow } from './plan/planned-row.ts';
import { rejectedCsv } from './csv/rejected-csv.ts';
import { syntaxes } from './syntaxes.ts';
import type { ImportSource } from './source.ts';

export type ImportEnv = {
  yieldNow: () => Promise<void>;
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
  rows(
    from: number,
    count: number,
    only?: PlannedRow['action'],
  ): { rows: PlannedRow[]; total: number };
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
  const preview = ({ plan, info, known }: Planned): ImportPreview => ({
    info,
    ...previewCounts(plan.entries, known),
  });

  return {
    read: async (options = {}, signal) => {
      const source = await open(options);
      return source.ok
        ? source.value.info({ yieldNow: env.yieldNow, signal, onProgress: undefined })
        : source;
    },
    plan: async (options, store, signal, onProgress) => {
      planned = undefined;
      const source = await open(options);
      if (!source.ok) return source;
      const work: PlanWork = {
        yieldNow: env.yieldNow,
        signal,
        onProgress,
        erasedKeys: await erasedKeys(store, env),
      };
      const planner = createPlanner(source.value.reread, env.mostKept);
      const info = await source.value.readInto(planner, work);
      if (!info.ok) return info;
      const plan = await planner.settle(store, work, source.value.isExact);
      if (!plan.ok) return plan;
      if (plan.value.entries.length() === 0) return fail('plan-has-no-rows');
      const known = await countGroups(plan.value.entries, store);
      planned = {
        plan: plan.value,
        source: source.value,
        info: info.value,
        known,
        isApplied: false,
      };
      return ok(preview(planned));
    },
    rows: (from, count, only) => pageOf(planned?.plan, from, count, only),
    decide: (decisions) => {
      if (planned === undefined) return fail('bad-input');
      const { entries } = planned.plan;
      if (decisions.some(({ row }) => row >= entries.length())) return fail('not-found');
      for (const decision of decisions) {
        const entry = entries.at(decision.row);
        if (entry !== undefined) entries.put(decision.row, { ...entry, decision });
      }
      return ok(preview(planned));
    },
    apply: async (store, context, signal, onProgress) => {
      if (planned === undefined) return fail('bad-input');
      if (planned.isApplied) return fail('changed-since');
      const { plan, source } = planned;
      const done = await applyPlan(plan, file.name, source.isExact, store, context, {
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

function openSource(name: string, decoded: Decoded, options: ImportOptions): Result<ImportSource> {
  const format = syntaxes.find((one) => one.recognises(decoded.text));
  return format === undefined ? fail('file-not-recognised') : format.open(name, decoded, options);
}

async function erasedKeys(store: RecordStore, env: ImportEnv): Promise<PlanWork['erasedKeys']> {
  const { hash } = env;
  if (hash === undefined) return undefined;
  const salts = allSalts((await store.get('local', ['erase-salt'])).get('erase-salt'));
  if (salts.length === 0) return undefined;
  return (address) => salts.map((salt) => erasedKey(address, salt, { hash }));
}

function pageOf(
  plan: Plan | undefined,
  from: number,
  count: number,
  only: PlannedRow['action'] | undefined,
): { rows: PlannedRow[]; total: number } {
  if (plan === undefined) return { rows: [], total: 0 };
  const { entries } = plan;
  const length = entries.length();
  const rows: PlannedRow[] = [];
  if (only === undefined) {
    const to = Math.min(from + count, length);
    for (let row = from; row < to; row += 1) rows.push(...plannedRow(plan, row));
    return { rows, total: length };
  }
  let total = 0;
  for (let row = 0; row < length; row += 1) {
    const entry = entries.at(row);
    if (entry === undefined || actionOf(entry) !== only) continue;
    if (total >= from && rows.length < count) rows.push(...plannedRow(plan, row));
    total += 1;
  }
  return { rows, total };
}
