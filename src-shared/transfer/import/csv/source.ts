// A CSV as a source of people.

import { person } from '../../../domain/person.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import type { AnyField } from '../../../fields/field.ts';
import type {
  ImportColumn,
  ImportFileInfo,
  ImportOptions,
  ImportRemark,
} from '../../import-types.ts';
import { createRowBuilder, type RowBuilder } from '../entry/build-person.ts';
import { type CsvLayout, findLayout } from './layout.ts';
import { innerColumns, joinInner, type WholeRow } from './inner-rows.ts';
import { type CsvRow, readRowsAgain, readRows } from './rows.ts';
import type { Decoded } from '../text/decode.ts';
import type { FileText } from '../text/file-text.ts';
import { readerIn } from '../entry/reader-in.ts';
import { addRemark, type Incoming, isTooLarge } from '../entry/incoming.ts';
import { joinIncoming } from '../match/diff.ts';
import { type DateOrder, dateOrderOf, orderOf } from '../../../values/date.ts';
import { createItemParser } from '../../../values/parse-item.ts';
import type { Planner } from '../plan/plan.ts';
import { formatById, rapportCsvId } from './formats/import-formats.ts';
import { type FileSyntax, type ImportSource, maxRows, type ReadWork } from '../source.ts';
import { parseTarget, type Target } from './targets.ts';

/** Any text may be a table. */
export const csvSyntax: FileSyntax = { recognises: () => true, open: csvSource };

function csvSource(name: string, decoded: Decoded, options: ImportOptions): Result<ImportSource> {
  const found = findLayout(decoded.text, options);
  if (!found.ok) return found;
  const layout = found.value;
  const isExact = layout.format === rapportCsvId;
  const { text } = decoded;
  let builder: RowBuilder | undefined;
  const build: WholeBuilder = (cells, line, inner = []) => {
    builder ??= createRowBuilder(targetsOf(layout.columns), settingsOf(layout, options, text));
    const incoming = builder(cells, line);
    for (const more of inner) joinIncoming(incoming, builder(more, line));
    return incoming;
  };
  const columns = innerColumns(isExact ? [] : layout.columns);
  const infoOf = (rows: number, remarks: ImportRemark[]): ImportFileInfo => ({
    file: '',
    name,
    format: layout.format,
    program: isExact ? 'Rapport' : (formatById.get(layout.format)?.name ?? ''),
    charset: decoded.charset,
    letters: decoded.letters,
    delimiter: layout.delimiter,
    ...(layout.headerLine === 0 ? {} : { headerLine: layout.headerLine }),
    columns: layout.columns,
    rows,
    remarks: [...decoded.remarks, ...remarks],
  });
  return ok({
    isExact,
    columns: layout.columns,
    ...(isExact ? {} : { reader: readerIn(options.country) }),
    reread: (place) => {
      const [cells = [''], ...inner] = readRowsAgain(text, layout.delimiter, place);
      return build(cells, place.line, inner);
    },
    async info(work) {
      let rows = 0;
      const joined = joinInner(columns, () => void (rows += 1));
      const read = await eachRow(text, layout, work, joined.take);
      joined.end();
      return read.ok ? ok(infoOf(rows, [])) : read;
    },
    async readInto(planner, work) {
      const take = rowTaker(planner, layout, build);
      let rows = 0;
      const joined = joinInner(columns, (row) => {
        rows += 1;
        take(row);
      });
      const read = await eachRow(text, layout, work, joined.take);
      joined.end();
      return read.ok ? ok(infoOf(rows, take.remarks(text))) : read;
    },
  });
}

async function eachRow(
  text: FileText,
  layout: CsvLayout,
  work: ReadWork,
  take: (row: CsvRow) => void,
): Promise<Result<null>> {
  const reader = readRows(text, layout.delimiter);
  let taken = 0;
  for (let rows = reader.next(); rows !== undefined; rows = reader.next()) {
    if (work.signal?.aborted === true) return fail('cancelled');
    for (const row of rows) {
      taken += 1;
      if (taken > maxRows) return fail('file-too-large', { rows: taken, limit: maxRows });
      if (
        row.line <= layout.headerLine ||
        (row.cells.length === 1 && row.cells[0]?.trim() === '' && row.problem === undefined)
      )
        continue;
      take(row);
    }
    await work.yieldNow();
  }
  return work.signal?.aborted === true ? fail('cancelled') : ok(null);
}

type WholeBuilder = (
  cells: readonly string[],
  line: number,
  inner?: readonly string[][],
) => Incoming;
type Taker = ((row: WholeRow) => void) & { remarks(text: FileText): ImportRemark[] };

function rowTaker(
  planner: Pick<Planner, 'take' | 'refuse' | 'pass'>,
  layout: CsvLayout,
  build: WholeBuilder,
): Taker {
  const width = layout.columns.length;
  let lastShort: number | undefined;
  const take = ({ line, at, end, cells, problem, inner }: WholeRow) => {
    lastShort = undefined;
    if (problem !== undefined) return planner.refuse(line, problem, cells);
    if (cells.every((cell) => cell.trim() === '')) return planner.pass(line, 'blank-row');
    const isShort = cells.length < width && !layout.isRagged;
    if (isShort) lastShort = line;
    const incoming = build(cells, line, inner);
    if (isShort) addRemark(incoming, 'too-few-cells');
    let size = 0;
    for (const row of [cells, ...(inner ?? [])]) for (const cell of row) size += cell.length;
    if (isTooLarge(incoming, size)) return planner.refuse(line, 'cell-too-large', cells);
    planner.take(incoming, { line, at, end }, cells);
  };
  /** A short last row without a line end: the file was cut off. */
  const remarks = (text: FileText): ImportRemark[] =>
    lastShort === undefined || /[\r\n]/.test(text.slice(text.length - 1))
      ? []
      : [{ code: 'file-truncated', line: lastShort }];
  return Object.assign(take, { remarks });
}

const targetsOf = (columns: readonly ImportColumn[]): Target[] =>
  columns.map(({ target }) => parseTarget(target) ?? { type: 'ignore' });

function settingsOf(layout: CsvLayout, options: ImportOptions, text: FileText) {
  const format = formatById.get(layout.format);
  const { orderByColumn, any } = ordersOf(layout, text);
  const usual = options.dateOrder ?? any ?? dateOrderOf(options.country);
  return {
    parse: createItemParser(options.country),
    orderByColumn: options.dateOrder === undefined ? orderByColumn : new Map<number, DateOrder>(),
    usualOrder: usual,
    exact: layout.format === rapportCsvId,
    ...(format?.joiner === undefined ? {} : { joiner: format.joiner }),
  };
}

const declared: { readonly [field: string]: AnyField } = person.fields;
const isDay = (target: string): boolean =>
  Object.hasOwn(declared, target) && declared[target]?.type === 'day';

/** The order of day and month that each column of dates shows in its first rows. */
function ordersOf(
  layout: CsvLayout,
  text: FileText,
): { orderByColumn: Map<number, DateOrder>; any: DateOrder | undefined } {
  const orderByColumn = new Map<number, DateOrder>();
  let any: DateOrder | undefined;
  const dated = layout.columns.filter(
    ({ target }) =>
      isDay(target) || target.startsWith('date') || /^org.*\.(start|until)$/.test(target),
  );
  if (dated.length === 0) return { orderByColumn, any };
  const reader = readRows(text.slice(0, 4_000_000), layout.delimiter);
  const valuesByColumn = new Map<number, string[]>(dated.map(({ index }) => [index, []]));
  for (let rows = reader.next(); rows !== undefined; rows = reader.next()) {
    for (const { cells } of rows)
      for (const [index, values] of valuesByColumn) if (cells[index]) values.push(cells[index]);
  }
  for (const [index, values] of valuesByColumn) {
    const order = orderOf(values);
    if (order === undefined) continue;
    orderByColumn.set(index, order);
    any ??= order;
  }
  return { orderByColumn, any };
}
