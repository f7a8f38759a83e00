// Words for the programs people hand their contacts to.

import { plural, t } from '@lingui/core/macro';
import type { ExportFormat } from '../../../src-shared/transfer/export/formats.ts';
import { say, sayIfKnown } from '../../../src-shared/words/say.ts';

export const receiverSays = ({ id, name }: ExportFormat): string =>
  sayIfKnown(`receiver.${id}.says`) ?? say('receiver.other.says', { name });

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
