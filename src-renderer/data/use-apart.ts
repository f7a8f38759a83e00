// What tells people of one name apart where they are chosen: their address, what they do and
// where, and the place they are in; of a group its kind of business or its address.

import { useState } from 'react';

import { isCurrentRole } from '../../src-shared/query/links.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { commaWords } from '../words/in-language.ts';
import { tiesOf } from './queries/ties.ts';
import { textOf } from './text-of.ts';
import { useNamed } from './use-records-in.ts';
import { useRecords, useRecordsById } from './use-records.ts';

const mostRoles = 200;

/** By id; empty while it is on the way, and where nothing more is known. */
export function useApart(ids: readonly string[]): (id: string) => string {
  const docs = useNamed(['people', 'groups'], ids);
  const people = [...docs.values()].filter(({ kind }) => kind === 'person');
  const ties = useRecords(
    tiesOf(
      people.map(({ id }) => id),
      mostRoles,
    ),
  );
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const roles = (ties ?? []).filter(
    (tie) => tie.fields['type'] === 'role' && isCurrentRole(tie, today),
  );
  const groups = useRecordsById(
    'groups',
    roles.map((role) => textOf(role, 'to')),
  );
  const roleOf = (id: string): string[] => {
    const role = roles.find((one) => textOf(one, 'from') === id);
    return role === undefined
      ? []
      : [textOf(role, 'title'), groups.get(textOf(role, 'to'))?.name ?? ''];
  };
  return (id) => {
    const doc = docs.get(id);
    if (doc === undefined) return '';
    const known = [reachOf(doc), ...roleOf(id), textOf(doc, 'industry'), placeOf(doc)];
    return commaWords(known.filter((one) => one !== '' && one !== doc.name));
  };
}

const first = (doc: RecordDoc, set: string) => doc.sets[set]?.[0];

const reachOf = (doc: RecordDoc): string =>
  first(doc, 'emails')?.value ?? first(doc, 'phones')?.value ?? '';

function placeOf(doc: RecordDoc): string {
  const address = first(doc, 'addresses');
  return address?.more?.['city'] ?? address?.value ?? '';
}
