// Words for what an import finds and does.

import { i18n } from '@lingui/core';
import { msg, plural, t } from '@lingui/core/macro';

import { person } from '../../../src-shared/domain/person.ts';
import { day } from '../../../src-shared/fields/day.ts';
import { type AnyField, type Reader, shownValue } from '../../../src-shared/fields/field.ts';
import type {
  ImportFileInfo,
  ImportPreview,
  ImportReport,
  PlannedRow,
  RowReason,
} from '../../../src-shared/transfer/import-types.ts';
import { say, sayIfKnown } from '../../../src-shared/words/say.ts';
import type { Dates } from '../../ui/when.tsx';
import { fieldLabel } from '../../ui/field-words.ts';
import { commaWords } from '../../words/in-language.ts';
import { codeWords, withLabel } from '../../words/value-words.ts';

/** Where a file comes from: by its own words, else as its program is called everywhere. */
export const sourceName = ({ format, program }: ImportFileInfo): string =>
  sayIfKnown(`source.${format}`) ?? (program === '' ? say('source.unknown') : program);

const actions = {
  create: msg`Create`,
  update: msg`Update`,
  skip: msg`Skip`,
  cannot: msg`Cannot`,
} as const;

export const actionWords = (action: PlannedRow['action']): string => i18n._(actions[action]);

/** What an update changes in one field, before and after. */
export function changeWords(
  kind: PlannedRow['kind'],
  { field, old, new: next, oldLabel, newLabel, name: own }: PlannedRow['changes'][number],
  reader: Reader,
): string {
  const name = own ?? fieldLabel(kind, field);
  const words = (value: string): string =>
    isDay(field) ? shownValue(days, value, reader) : codeWords(kind, field, value);
  const after = withLabel(words(next), newLabel);
  if (old === '') return t`${name}: ${after}`;
  const before = withLabel(words(old), oldLabel);
  return t`${name}: ${before} → ${after}`;
}

/** One value of a row or a record, as it reads. */
export function factWords(
  kind: PlannedRow['kind'],
  field: string,
  value: string,
  label: string | undefined,
  reader: Reader,
): string {
  const words = isDay(field) ? shownValue(days, value, reader) : codeWords(kind, field, value);
  return withLabel(words, label);
}

const days = day();
const isDay = (field: string): boolean => field === 'dates' || declaredField(field)?.type === 'day';
const declaredField = (field: string): AnyField | undefined =>
  Object.entries<AnyField>(person.fields).find(([name]) => name === field)?.[1];

/** What will happen, as one sentence: 125 new, 3 skipped, 9 may be people you have. */
export function planWords(
  { counts, joined, perhaps: { open } }: ImportPreview,
  count: (value: number) => string,
): string {
  const parts: [number, (number: string) => string][] = [
    [counts.create - open, (number) => t`${number} new`],
    [counts.update, (number) => t`${number} updated`],
    [counts.skip - joined, (number) => t`${number} skipped`],
    [joined, (number) => t`${number} joined to another row`],
    [counts.cannot, (number) => t`${number} that cannot be read`],
  ];
  const words = parts.filter(([many]) => many > 0).map(([many, say]) => say(count(many)));
  const perhaps = plural(open, {
    one: '# may be somebody you have',
    other: '# may be people you have',
  });
  return commaWords(open === 0 ? words : [...words, perhaps]);
}

export const reasonWords = (reason: RowReason): string => say(`row.${reason}`);

/** Why a row is skipped, taken for somebody, or odd. */
export function whyWords({ reasons, joined }: PlannedRow): string[] {
  if (joined === undefined) return reasons.map(reasonWords);
  const { line } = joined;
  const reason = reasonWords(joined.because);
  const others = reasons.filter((one) => one !== 'same-row-in-file' && one !== joined.because);
  return [t`In the file twice: joined to line ${line} (${reason})`, ...others.map(reasonWords)];
}

/** What came of an import. */
export function reportWords(report: ImportReport, { count }: Dates): string {
  const created = createdWords(report);
  const [updated, skipped] = [count(report.updated), count(report.skipped)];
  const rejected = count(report.rejected);
  const words =
    report.rejected > 0
      ? t`${created}, ${updated} updated, ${skipped} skipped, ${rejected} could not be read.`
      : t`${created}, ${updated} updated, ${skipped} skipped.`;
  return report.joined === 0 ? words : `${words} ${joinedWords(report.joined)}`;
}

const joinedWords = (joined: number): string =>
  plural(joined, {
    one: '# of the skipped rows is in: it was joined to another row of the file.',
    other: '# of the skipped rows are in: they were joined to other rows of the file.',
  });

function createdWords({ people, organisations }: ImportReport): string {
  const ofPeople = plural(people, { one: '# person', other: '# people' });
  const ofOrganisations = plural(organisations, {
    one: '# organisation',
    other: '# organisations',
  });
  if (organisations === 0) return t`${ofPeople} created`;
  return people === 0
    ? t`${ofOrganisations} created`
    : t`${ofPeople} and ${ofOrganisations} created`;
}
