// What a text is filled in with for one person: read from their record and from what leads to it.

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { dueOf } from '../../../src-shared/domain/promise-due.ts';
import { promise, sideOf, stateOf } from '../../../src-shared/domain/promise.ts';
import { type AnyField, shownValue } from '../../../src-shared/fields/field.ts';
import { storedOwn } from '../../../src-shared/fields/own.ts';
import { isPlace, valuesFor } from '../../../src-shared/drafts/places.ts';
import {
  fillIn,
  type Filled,
  type Fault,
  readTemplate,
} from '../../../src-shared/drafts/template.ts';
import { isCurrentRole } from '../../../src-shared/query/links.ts';
import { useHost } from '../../data/host-context.tsx';
import { useKinds, useOwnFields } from '../../data/known-kinds.tsx';
import { workNaming } from '../../data/queries/happened.ts';
import { tiesOf } from '../../data/queries/ties.ts';
import { textOf } from '../../data/text-of.ts';
import { useFacts } from '../../data/use-facts.ts';
import { useMergedIds } from '../../data/use-merged.ts';
import { useReader } from '../../data/use-reader.ts';
import { useRecords, useRecordsById } from '../../data/use-records.ts';
import { dayOf } from '../../ui/day.ts';
import { useNow } from '../../ui/use-now.ts';
import { useDates } from '../../ui/when.tsx';
import { i18n } from '@lingui/core';

export type FilledText = Filled & { faults: Fault[] };

/** Fills in a text for this person; places of fields that are put away are known, too. */
export function useFillIn(person: RecordDoc): (text: string) => FilledText {
  const own = useOwnFields(person.kind);
  const values = useValues(person);
  const labels = own.map(({ label }) => label);
  return (text) => {
    const read = readTemplate(text, (name) => isPlace(name, labels));
    return { ...fillIn(read, values), faults: read.faults };
  };
}

const mostPromises = 50;

function useValues(person: RecordDoc): (name: string) => string | undefined {
  const { settings } = useHost();
  const { date } = useDates();
  const now = useNow();
  const ids = useMergedIds([person.id]).get(person.id) ?? [];
  const roles = useCurrentRoles(ids);
  const groups = useRecordsById(
    'groups',
    roles.map((role) => textOf(role, 'to')),
  );
  const lastTalk = useFacts([person.id], true)[person.id]?.['lastContact.at'];
  const owed = useRecords(workNaming(ids, [promise.kind], mostPromises)) ?? [];
  const [first] = owed
    .filter((one) => stateOf(one) === 'open' && sideOf(one) === 'ours')
    .toSorted((a, b) => (dueOf(a)?.day ?? '9').localeCompare(dueOf(b)?.day ?? '9'));
  const [role] = roles;
  return valuesFor({
    person,
    role:
      role === undefined
        ? undefined
        : { title: textOf(role, 'title'), group: groups.get(textOf(role, 'to'))?.name ?? '' },
    lastTalk: typeof lastTalk === 'number' ? date(lastTalk) : '',
    promise: first?.name ?? '',
    me: settings?.userName ?? '',
    today: date(now),
    language: i18n.locale,
    own: useOwnValues(person),
  });
}

function useCurrentRoles(ids: readonly string[]): RecordDoc[] {
  const ties = useRecords(tiesOf(ids)) ?? [];
  const today = dayOf(useNow());
  return ties.filter(
    (tie) =>
      tie.fields['type'] === 'role' &&
      ids.includes(textOf(tie, 'from')) &&
      isCurrentRole(tie, today),
  );
}

function useOwnValues(person: RecordDoc): { label: string; value: string }[] {
  const fields = useOwnFields(person.kind);
  const kind = useKinds().get(person.kind);
  const readerOf = useReader();
  return fields.map(({ key, label }) => {
    const field: AnyField | undefined = kind?.fields[key];
    const stored = storedOwn(key, person);
    const value =
      field === undefined
        ? ''
        : stored.map((one) => shownValue(field, one, readerOf(person.kind, key))).join(', ');
    return { label, value };
  });
}
