// Which of the people chosen go into a file: without those left out for what a dry run said of
// them, and, where one file would be too large, only those of one part.

import type { ExportIssueCode, ExportRemedies } from '../export-types.ts';
import { csvLine } from './csv-text.ts';
import type { ExportPerson } from './export-person.ts';
import type { Format } from './formats.ts';
import type { RowIssue } from './row-issue.ts';

export type Picked = {
  /** Of what kind it is that somebody is left out for. */
  left?: Pick<RowIssue, 'code' | 'field'>;
  /** Which file it is that they go into, from 0. */
  part: number;
  /** What the limits of one file say of them. */
  beyond: RowIssue[];
};

type Asked = Pick<ExportRemedies, 'leave' | 'part'>;

export const limitCodes: readonly ExportIssueCode[] = ['row-limit', 'size-limit'];

/** For one walk through all of them, in the order of the file. `issues`: what is said of them. */
export function createPicker(
  format: Format,
  { leave = [], part }: Asked,
): (person: ExportPerson, issues: readonly RowIssue[]) => Picked {
  const leaving = new Set(leave.map(issueKey));
  const pack = createPacker(format);
  const found = (issues: readonly RowIssue[]) => issues.find((one) => leaving.has(issueKey(one)));
  return (person, issues) => {
    const why = found(issues);
    if (why !== undefined) return { left: why, part: 0, beyond: [] };
    const packed = pack(format.limits.bytes === undefined ? '' : format.text(person));
    if (part !== undefined) return { part: packed.part, beyond: [] };
    const isOver = found(packed.beyond);
    return {
      ...(isOver === undefined ? {} : { left: isOver }),
      part: 0,
      beyond: packed.beyond,
    };
  };
}

/** Whether anybody has to be looked at before it is known that they go into the file. */
export const picks = ({ leave = [], part }: Asked): boolean =>
  leave.length > 0 || part !== undefined;

export const issueKey = ({ code, field }: Pick<RowIssue, 'code' | 'field'>): string =>
  `${code} ${field}`;

function createPacker(format: Format) {
  const { limits } = format;
  const encoder = new TextEncoder();
  const head =
    limits.bytes === undefined ? 0 : encoder.encode(csvLine(format.header())).byteLength + 3;
  const whole = { rows: 0, bytes: head };
  const file = { part: 0, rows: 0, bytes: head };
  const isOver = ({ rows, bytes }: { rows: number; bytes: number }) => ({
    rows: limits.rows !== undefined && rows > limits.rows,
    bytes: limits.bytes !== undefined && bytes > limits.bytes,
  });
  return (text: string): { part: number; beyond: RowIssue[] } => {
    const size = text === '' ? 0 : encoder.encode(text).byteLength;
    whole.rows += 1;
    whole.bytes += size;
    const next = isOver({ rows: file.rows + 1, bytes: file.bytes + size });
    if (file.rows > 0 && (next.rows || next.bytes)) {
      file.part += 1;
      file.rows = 0;
      file.bytes = head;
    }
    file.rows += 1;
    file.bytes += size;
    const over = isOver(whole);
    const { rows = 0, bytes = 0 } = limits;
    return {
      part: file.part,
      beyond: [
        ...(over.rows ? [{ code: 'row-limit', field: 'rows', limit: rows } as const] : []),
        ...(over.bytes ? [{ code: 'size-limit', field: 'bytes', limit: bytes } as const] : []),
      ],
    };
  };
}
