// Files that are broken, huge or malicious, and what each of them must end in.
import { expect } from 'vitest';

import { createMemoryRecordStore } from '../../../src-shared/store/memory-record-store.ts';
import type {
  ImportOptions,
  ImportPreview,
  RowReason,
} from '../../../src-shared/transfer/import-types.ts';
import { must } from './export-text.ts';
import { allOf, importContext, sessionOf } from './imports.ts';

type Content = string | Uint8Array | (() => string | Uint8Array);
export type Refused = [what: string, content: Content, code: string, options?: ImportOptions];
export type Planned = [
  what: string,
  content: Content,
  expected: {
    counts: Partial<ImportPreview['counts']>;
    reasons?: RowReason[];
    remark?: RowReason;
    /** Name of the first person. */
    first?: string;
  },
  options?: ImportOptions,
];

/** One person, nothing amiss. */
export const one = { counts: { create: 1, cannot: 0 } };
export const people = 'First Name,Last Name,Email\n';
export const card = (body: string): string =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\n${body}\r\nEND:VCARD\r\n`;

export const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...new TextEncoder().encode(part)] : part,
    ),
  );
export const noise = (length: number, seed = 7): Uint8Array => {
  let state = seed;
  return Uint8Array.from(
    { length },
    () => ((state = (state * 1_103_515_245 + 12_345) >>> 0) >>> 16) & 255,
  );
};

/** What planning and then applying it comes to; to be compared with `expectedOf` the row. */
export async function outcomeOf([, content, , options = {}]: Planned) {
  const store = createMemoryRecordStore();
  const session = sessionOf(contentOf(content));
  const plan = must(await session.plan(options, store));
  const before = await store.count('people');
  const { create, cannot } = plan.counts;
  const report = must(await session.apply(store, importContext()));
  const docs = await allOf(store, 'people');
  return {
    counts: plan.counts,
    reasons: session.rows(0, 500).rows.flatMap((row) => row.reasons),
    remarks: plan.info.remarks.map(({ code }) => code),
    first: docs[0]?.name,
    before,
    isAsPlanned: report.created === create && report.rejected === cannot && docs.length === create,
    isEachRejectedRowHandedBack: session.rejectedCsv().split('\r\n').length > cannot,
    areNamesShowable: docs.every(
      ({ name }) => name.length <= 300 && !/[\u202A-\u202E\u2066-\u2069]/.test(name),
    ),
    isPrototypeTouched: ({} as Record<string, unknown>)['polluted'] !== undefined,
  };
}

/** Taken as far as it can be read, the rest said; nothing is half imported, no prototype touched. */
export const expectedOf = ([, , { counts, reasons = [], remark, first }]: Planned) => ({
  counts,
  reasons: expect.arrayContaining(reasons) as RowReason[],
  remarks: expect.arrayContaining(remark === undefined ? [] : [remark]) as RowReason[],
  ...(first === undefined ? {} : { first }),
  before: 0,
  isAsPlanned: true,
  isEachRejectedRowHandedBack: true,
  areNamesShowable: true,
  isPrototypeTouched: false,
});

export const contentOf = (content: Content): string | Uint8Array =>
  typeof content === 'function' ? content() : content;
