// What records are shown as in lists of any kind: by their name; those without one, such as
// a role, by whom they are about.

import { t } from '@lingui/core/macro';

import { kinds } from '../../src-shared/domain/kinds.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { commaWords } from '../words/in-language.ts';
import { useNamed } from './use-records-in.ts';

const about = ['people', 'groups'] as const;

export function useTitles(docs: readonly RecordDoc[]): (doc: RecordDoc) => string {
  const nameless = docs.filter(({ name }) => name === '');
  const records = useNamed(about, nameless.flatMap(idsOf));
  return (doc) => {
    if (doc.name !== '') return doc.name;
    const names = idsOf(doc).map((id) => records.get(id)?.name ?? '');
    return commaWords(names.filter((name) => name !== '')) || t`No name`;
  };
}

const idsOf = (doc: RecordDoc): string[] =>
  (kinds.get(doc.kind)?.links(doc) ?? []).map(({ id }) => id);
