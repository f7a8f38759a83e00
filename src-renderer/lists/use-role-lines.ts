// Title and organisation of the people in view, read from their role ties.

import { useMemo, useState } from 'react';

import { t } from '@lingui/core/macro';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { isCurrentRole } from '../../src-shared/query/links.ts';
import { tiesOf } from '../data/queries/ties.ts';
import { useRecords, useRecordsById } from '../data/use-records.ts';
import { textOf } from '../data/text-of.ts';
import { useMergedIds } from '../data/use-merged.ts';
import { commaWords } from '../words/in-language.ts';
import { dayOf } from '../ui/day.ts';

export type RoleLine = { text: string };

export function useRoleLines(people: readonly string[]): ReadonlyMap<string, RoleLine> {
  const idsByPerson = useMergedIds(people);
  const [day] = useState(() => dayOf(Date.now()));
  const ties = useRecords(tiesOf([...idsByPerson.values()].flat()));
  const roles = useMemo(() => (ties ?? []).filter((tie) => tie.fields['type'] === 'role'), [ties]);
  const groups = useRecordsById(
    'groups',
    roles.map((role) => textOf(role, 'to')),
  );
  return useMemo(
    () => roleLinesOf(idsByPerson, roles, groups, day),
    [roles, groups, idsByPerson, day],
  );
}

/** `idsByPerson`: under which each is known; `groups`: those that the roles lead to. */
export function roleLinesOf(
  idsByPerson: ReadonlyMap<string, readonly string[]>,
  roles: readonly RecordDoc[],
  groups: ReadonlyMap<string, RecordDoc>,
  day: string,
): Map<string, RoleLine> {
  const lines = new Map<string, RoleLine>();
  const personById = new Map(
    [...idsByPerson].flatMap(([person, ids]) => ids.map((id) => [id, person] as const)),
  );
  for (const role of [...roles].sort(currentFirst)) {
    const person = personById.get(textOf(role, 'from'));
    if (person === undefined || lines.has(person)) continue;
    lines.set(person, {
      text: roleWords(role, groups.get(textOf(role, 'to'))?.name ?? '', day),
    });
  }
  return lines;
}

/** `day`: today, as ISO 8601. */
export function roleWords(role: RecordDoc, organisation: string, day: string): string {
  const words = commaWords([textOf(role, 'title'), organisation].filter((part) => part !== ''));
  const isOver = textOf(role, 'until') !== '' && !isCurrentRole(role, day);
  return isOver ? t`Formerly ${words}` : words;
}

/** Roles that have not ended before those that have, then the latest start. */
export function currentFirst(a: RecordDoc, b: RecordDoc): number {
  const ended = Number(textOf(a, 'until') !== '') - Number(textOf(b, 'until') !== '');
  return ended !== 0 ? ended : textOf(b, 'start').localeCompare(textOf(a, 'start'));
}
