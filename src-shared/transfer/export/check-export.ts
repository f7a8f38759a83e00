// The dry run of an export: what the receiving program would reject, cut or not get.

import { ok, type Result } from '../../domain/result.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type { ExportCheck, ExportIssue, ExportRequest } from '../export-types.ts';
import type { ExportEnv } from './export-env.ts';
import { createJoiner } from './export-person.ts';
import { type Format, formatOf } from './formats.ts';
import { organisationsOf } from './organisations.ts';
import { selectPeople } from './select-people.ts';
import type { RowIssue } from './row-issue.ts';

const examplesKept = 5;

/** `not-found` when the group does not exist. Nothing is written. */
export async function checkExport(
  store: RecordStore,
  request: ExportRequest,
  env: ExportEnv,
): Promise<Result<ExportCheck>> {
  const selected = await selectPeople(store, request.scope);
  if (!selected.ok) return selected;
  const opened = formatOf(request.format);
  if (!opened.ok) return opened;
  const format = opened.value;
  const join = await createJoiner(store, request, selected.value.count);
  const tally = createTally(format);
  for await (const docs of selected.value.batches()) {
    env.signal?.throwIfAborted();
    for (const person of await join(docs)) {
      format.measure(person);
      tally.add(
        person.doc,
        format.issues(person),
        format.limits.bytes === undefined ? '' : format.text(person),
      );
    }
    env.onProgress?.(tally.rows(), selected.value.count);
    await env.yieldNow();
  }
  let organisations = 0;
  for await (const docs of organisationsOf(store, request)) {
    for (const doc of docs) format.organisations?.measure(doc);
    organisations += docs.length;
    await env.yieldNow();
  }
  const isHeld = format.organisations !== undefined;
  return ok({
    rows: tally.rows(),
    organisations: isHeld ? organisations : 0,
    columns: format.header().length,
    issues: [...tally.issues(), ...(isHeld ? [] : leftOut(organisations))],
  });
}

const leftOut = (count: number): ExportIssue[] =>
  count === 0
    ? []
    : [{ code: 'organisations-left-out', field: 'organisation', rows: count, examples: [] }];

type Named = { id: string; name: string };

function createTally({ limits }: Format) {
  const encoder = new TextEncoder();
  const byKey = new Map<string, ExportIssue>();
  let rows = 0;
  let bytes = 0;
  const count = (issue: RowIssue, { id, name }: Named) => {
    const key = `${issue.code} ${issue.field}`;
    const known = byKey.get(key) ?? { ...issue, rows: 0, examples: [] };
    known.rows += 1;
    if (known.examples.length < examplesKept) known.examples.push({ id, name });
    byKey.set(key, known);
  };
  return {
    rows: () => rows,
    issues: () => [...byKey.values()],
    /** A person beyond a limit counts among those who do not fit. */
    add(person: Named, issues: readonly RowIssue[], text: string) {
      rows += 1;
      bytes += text === '' ? 0 : encoder.encode(text).byteLength;
      for (const issue of unique(issues)) count(issue, person);
      if (limits.rows !== undefined && rows > limits.rows) {
        count({ code: 'row-limit', field: 'rows', limit: limits.rows }, person);
      }
      if (limits.bytes !== undefined && bytes > limits.bytes) {
        count({ code: 'size-limit', field: 'bytes', limit: limits.bytes }, person);
      }
    },
  };
}

/** A person counts once for each kind of issue in a field. */
const unique = (issues: readonly RowIssue[]): RowIssue[] => [
  ...new Map(issues.map((issue) => [`${issue.code} ${issue.field}`, issue])).values(),
];
