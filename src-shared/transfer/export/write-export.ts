// Writes people as one file in the format asked for, in chunks. There is no limit to how
// many: beyond a fixed number, never more than a batch of them is held.

import type { RecordDoc } from '../../domain/record.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type { ExportRemedies, ExportRequest } from '../export-types.ts';
import { byteOrderMark, csvLine } from './csv-text.ts';
import type { ExportEnv, ExportFile } from './export-env.ts';
import { createJoiner, type ExportPerson, type Joiner } from './export-person.ts';
import { type Format, formatOf } from './formats.ts';
import { organisationsOf } from './organisations.ts';
import { createPicker, limitCodes, picks } from './pick-people.ts';
import { type Selected, selectPeople } from './select-people.ts';

/** In UTF-16 units. */
const chunkLength = 256 * 1024;
/** Where the header depends on everybody, so many people are kept instead of read twice. */
const mostHeld = 120_000;

/** `not-found` when the group does not exist. Reading happens while the chunks are taken. */
export async function writeExport(
  store: RecordStore,
  request: ExportRequest,
  env: ExportEnv,
): Promise<Result<ExportFile>> {
  const selected = await selectPeople(store, request.scope);
  if (!selected.ok) return selected;
  const opened = formatOf(request.format, request);
  if (!opened.ok) return opened;
  const format = opened.value;
  const progress = { rows: 0, files: 1, organisations: { written: 0, leftOut: 0 } };
  const organisations = () => organisationsOf(store, request);
  const leaving = { ...selected.value, organisations, request };
  const texts = textsOf(store, leaving, format, env, progress);
  const hasMark = request.bom ?? format.bom;
  return ok({
    name: `rapport-${format.suffix}${partName(request)}.${format.ending}`,
    mime: format.mime,
    rows: () => progress.rows,
    files: () => progress.files,
    organisations: () => progress.organisations,
    chunks: encoded(hasMark ? marked(texts) : texts),
  });
}

const partName = ({ part }: ExportRemedies): string => (part === undefined ? '' : `-${part + 1}`);

type Progress = {
  rows: number;
  files: number;
  organisations: { written: number; leftOut: number };
};
type Leaving = Selected & {
  organisations: () => AsyncIterable<RecordDoc[]>;
  request: ExportRequest;
};

async function* textsOf(
  store: RecordStore,
  selected: Leaving,
  format: Format,
  env: ExportEnv,
  progress: Progress,
): AsyncGenerator<string> {
  const join = await createJoiner(store, selected.request, selected.count);
  const read = () => readPeople(selected, join, { format, progress }, env);
  const people = format.needsMeasure ? await measured(read, selected.count, format, env) : read();
  if (format.needsMeasure)
    for await (const docs of selected.organisations())
      for (const doc of docs) format.organisations?.measure(doc);
  const header = format.header();
  if (header.length > 0) yield csvLine(header);
  for await (const batch of people) {
    env.signal?.throwIfAborted();
    let text = '';
    for (const person of batch) text += format.text(person);
    progress.rows += batch.length;
    yield text;
    env.onProgress?.(progress.rows, selected.count);
    await env.yieldNow();
  }
  for await (const docs of selected.organisations()) {
    env.signal?.throwIfAborted();
    const { organisations } = format;
    if (organisations === undefined) progress.organisations.leftOut += docs.length;
    else {
      progress.organisations.written += docs.length;
      yield docs.map((doc) => organisations.text(doc)).join('');
    }
    await env.yieldNow();
  }
}

async function* readPeople(
  selected: Leaving,
  join: Joiner,
  { format, progress }: { format: Format; progress: Progress },
  env: ExportEnv,
): AsyncGenerator<ExportPerson[]> {
  const { request } = selected;
  const { leave = [], part } = request;
  const isPicking = picks(request);
  const looksAtAll = leave.some(({ code }) => !limitCodes.includes(code));
  const pick = createPicker(format, request);
  const isIn = (person: ExportPerson): boolean => {
    const picked = pick(person, looksAtAll ? format.issues(person) : []);
    progress.files = Math.max(progress.files, picked.part + 1);
    return picked.left === undefined && picked.part === (part ?? 0);
  };
  for await (const docs of selected.batches()) {
    env.signal?.throwIfAborted();
    const people = await join(docs);
    yield isPicking ? people.filter(isIn) : people;
  }
}

type Batches = AsyncIterable<ExportPerson[]> | Iterable<ExportPerson[]>;

/** Sees everybody before the first line; then gives them again, from memory or the store. */
async function measured(
  read: () => Batches,
  count: number,
  format: Format,
  env: ExportEnv,
): Promise<Batches> {
  const held: ExportPerson[][] = [];
  const areHeld = count <= mostHeld;
  for await (const batch of read()) {
    for (const person of batch) format.measure(person);
    if (areHeld) held.push(batch);
    await env.yieldNow();
  }
  return areHeld ? held : read();
}

async function* marked(texts: AsyncIterable<string>): AsyncGenerator<string> {
  yield byteOrderMark;
  yield* texts;
}

/** Texts of any length as UTF-8 chunks of about one size. */
async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = '';
  for await (const text of texts) {
    waiting += text;
    if (waiting.length < chunkLength) continue;
    yield encoder.encode(waiting);
    waiting = '';
  }
  if (waiting !== '') yield encoder.encode(waiting);
}
