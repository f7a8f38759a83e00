// Promises as a table, for a spreadsheet: with whom, until when, and how each stands now. Codes as
// they are stored; days as YYYY-MM-DD.

import { dueOf, lastDayOf } from '../../domain/promise-due.ts';
import { sideOf, stateOf } from '../../domain/promise.ts';
import type { RecordDoc } from '../../domain/record.ts';
import { dayOfTime } from '../../query/calendar.ts';
import { type Clock, standingOf } from '../../query/promise-standing.ts';
import { csvLine } from './csv-text.ts';

const columns = [
  'Id',
  'What',
  'Whose',
  'With',
  'With ids',
  'Who of us',
  'Until',
  'Counted until',
  'State',
  'Standing',
  'Days late',
  'Settled on',
  'How',
] as const;

/** `nameOf`: of a person or group, '' where it is not here. */
export const promiseCsv = (
  docs: readonly RecordDoc[],
  nameOf: (id: string) => string,
  clock: Clock,
): string =>
  [csvLine(columns), ...docs.map((doc) => csvLine(cellsOf(doc, nameOf, clock)))].join('');

function cellsOf(doc: RecordDoc, nameOf: (id: string) => string, clock: Clock): readonly string[] {
  const { fields } = doc;
  const text = (field: string): string => {
    const value = fields[field];
    return typeof value === 'string' ? value : '';
  };
  const ids = promisedTo(doc);
  const names = ids.map(nameOf).filter((name) => name !== '');
  const due = dueOf(doc);
  const { counted, settlement, daysLate, isBroken, isOverdue, isLate } = standingOf(doc, clock);
  const state = stateOf(doc);
  const late = isBroken ? 'broken' : isOverdue || isLate ? 'late' : '';
  return [
    doc.id,
    text('text'),
    sideOf(doc) ?? '',
    names.join('; '),
    ids.join('; '),
    text('member'),
    due === undefined ? '' : lastDayOf(due),
    counted === undefined ? '' : lastDayOf(counted),
    state,
    late === '' ? state : late,
    String(daysLate),
    settlement === undefined ? '' : dayOfTime(settlement.at, clock.zone),
    settlement?.how ?? '',
  ];
}

export const promisedTo = ({ fields }: Pick<RecordDoc, 'fields'>): string[] =>
  ['people', 'groups'].flatMap((field) => {
    const value = fields[field];
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  });
