// Words for the programs people hand their contacts to, and for what those will say.

import { plural, t } from '@lingui/core/macro';
import type { ExportIssue } from '../../../src-shared/transfer/export-types.ts';
import type { ExportFormat } from '../../../src-shared/transfer/export/formats.ts';
import { say, sayIfKnown } from '../../../src-shared/words/say.ts';
import { person } from '../../../src-shared/domain/person.ts';
import { fieldLabel } from '../../ui/field-words.ts';

export const receiverName = ({ id, name }: ExportFormat): string =>
  sayIfKnown(`receiver.${id}`) ?? name;

export const receiverSays = ({ id, name }: ExportFormat): string =>
  sayIfKnown(`receiver.${id}.says`) ?? say('receiver.other.says', { name });

/** A field or set of ours by its words, a column of theirs as they call it. */
function nameOf(field: string): string {
  if (field === 'roles') return t`Role`;
  const isOurs = field === 'note' || field in person.fields || field in person.sets;
  return isOurs ? fieldLabel('person', field) : field;
}

export function issueWords({ code, field: what, limit, rows }: ExportIssue): string {
  const field = nameOf(what);
  const people = peopleWords(rows);
  switch (code) {
    case 'required-missing':
      return t`${people} will be rejected: ${field} is missing.`;
    case 'value-cut':
      return limit === undefined
        ? t`${people}: ${field} is longer than allowed and will be cut.`
        : t`${people}: ${field} is longer than ${limit} and will be cut.`;
    case 'extra-values-left-out':
      return plural(rows, {
        one: `# person has more values than fit: the rest of ${field} stays here.`,
        other: `# people have more values than fit: the rest of ${field} stays here.`,
      });
    case 'row-limit':
      return plural(limit ?? 0, {
        one: `The program takes at most # row a file: ${people} would be too many.`,
        other: `The program takes at most # rows a file: ${people} would be too many.`,
      });
    case 'size-limit':
      return t`The file is larger than the program takes.`;
    case 'field-left-out':
      return t`${people}: ${field} has no place in this program and stays here.`;
    case 'organisations-left-out':
      return t`${companyWords(rows)}: not in this file, which holds people only.`;
    case 'formula-neutralised':
      return t`${people}: an apostrophe goes before ${field}, so that no spreadsheet runs it as a formula.`;
  }
}

/** What is, or will be, in a file. */
export function contentWords(people: number, organisations: number): string {
  if (organisations === 0) return peopleWords(people);
  if (people === 0) return companyWords(organisations);
  return t`${peopleWords(people)} and ${companyWords(organisations)}`;
}

export const companyWords = (count: number): string =>
  plural(count, { one: '# company', other: '# companies' });

export const peopleWords = (count: number): string =>
  plural(count, { one: '# person', other: '# people' });
