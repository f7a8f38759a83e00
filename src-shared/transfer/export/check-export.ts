// The dry run of an export: what the receiving program would reject, cut or not get.

import { ok, type Result } from '../../domain/result.ts';
import type { RecordStore } from '../../store/record-store.ts';
import {
  type ExportCheck,
  type ExportIssue,
  type ExportRequest,
  severityOf,
} from '../export-types.ts';
import type { ExportEnv } from './export-env.ts';
import { createJoiner } from './export-person.ts';
import { formatOf } from './formats.ts';
import { organisationsOf } from './organisations.ts';
import { createPicker, issueKey } from './pick-people.ts';
import { selectPeople } from './select-people.ts';
import type { RowIssue } from './row-issue.ts';

const examplesKept = 50;

/** `not-found` when the group does not exist. Nothing is written. */
export async function checkExport(
  store: RecordStore,
  request: ExportRequest,
  env: ExportEnv,
): Promise<Result<ExportCheck>> {
  const selected = await selectPeople(store, request.scope);
  if (!selected.ok) return selected;
  const opened = formatOf(request.format, request);
  if (!opened.ok) return opened;
  const format = opened.value;
  const join = await createJoiner(store, request, selected.value.count);
  const tally = createTally();
  const pick = createPicker(format, request);
  for await (const docs of selected.value.batches()) {
    env.signal?.throwIfAborted();
    for (const person of await join(docs)) {
      const issues = unique(format.issues(person));
      const picked = pick(person, issues);
      if (picked.left !== undefined) tally.leave(picked.left);
      else {
        format.measure(person);
        const kept = person.keepsBack === true ? [privateLeftOut] : [];
        tally.add(person.doc, [...issues, ...picked.beyond, ...kept], picked.part);
      }
    }
    env.onProgress?.(tally.seen(), selected.value.count);
    await env.yieldNow();
  }
  let organisations = 0;
  for await (const docs of organisationsOf(store, request)) {
    for (const doc of docs) format.organisations?.measure(doc);
    organisations += docs.length;
    if (format.organisations !== undefined)
      tally.addRows(privateLeftOut, docs.filter(({ keepsBack }) => keepsBack).length);
    await env.yieldNow();
  }
  const isHeld = format.organisations !== undefined;
  return ok({
    rows: tally.rows(),
    organisations: isHeld ? organisations : 0,
    columns: format.header().length,
    files: tally.files(),
    issues: bySeverity([...tally.issues(), ...(isHeld ? [] : leftOut(organisations))]),
    left: tally.left(),
  });
}

const privateLeftOut: RowIssue = { code: 'private-left-out', field: 'private' };

const leftOut = (count: number): ExportIssue[] =>
  count === 0
    ? []
    : [{ code: 'organisations-left-out', field: 'organisation', rows: count, examples: [] }];

type Named = { id: string; name: string };

function createTally() {
  const byKey = new Map<string, ExportIssue>();
  const leftByKey = new Map<string, ExportCheck['left'][number]>();
  let [rows, gone, files] = [0, 0, 1];
  const count = ({ isFillable, ...issue }: RowIssue, { id, name }: Named) => {
    const known = byKey.get(issueKey(issue)) ?? { ...issue, rows: 0, examples: [] };
    known.rows += 1;
    if (isFillable === true) known.fillable = (known.fillable ?? 0) + 1;
    if (known.examples.length < examplesKept) known.examples.push({ id, name });
    byKey.set(issueKey(issue), known);
  };
  return {
    rows: () => rows,
    seen: () => rows + gone,
    files: () => files,
    issues: () => [...byKey.values()],
    left: () => [...leftByKey.values()],
    add(person: Named, issues: readonly RowIssue[], part: number) {
      rows += 1;
      files = Math.max(files, part + 1);
      for (const issue of issues) count(issue, person);
    },
    /** Of what is no person, and so is not named. */
    addRows(issue: RowIssue, more: number) {
      if (more === 0) return;
      const known = byKey.get(issueKey(issue)) ?? { ...issue, rows: 0, examples: [] };
      byKey.set(issueKey(issue), { ...known, rows: known.rows + more });
    },
    leave({ code, field }: RowIssue) {
      gone += 1;
      const known = leftByKey.get(issueKey({ code, field })) ?? { code, field, rows: 0 };
      known.rows += 1;
      leftByKey.set(issueKey({ code, field }), known);
    },
  };
}

const severities = ['refused', 'changed', 'remark'];

function bySeverity(issues: readonly ExportIssue[]): ExportIssue[] {
  const rank = ({ code }: ExportIssue): number => severities.indexOf(severityOf[code]);
  return issues.toSorted((a, b) => rank(a) - rank(b) || b.rows - a.rows);
}

/** A person counts once for each kind of issue in a field. */
const unique = (issues: readonly RowIssue[]): RowIssue[] => [
  ...new Map(issues.map((issue) => [issueKey(issue), issue])).values(),
];
