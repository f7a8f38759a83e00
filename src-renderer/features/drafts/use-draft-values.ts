// What a text is filled in with for one person: read from their record and from what leads to it.

import { i18n } from '@lingui/core';
import { useMemo } from 'react';

import { foundOf, rolesAmong } from '../../../src-shared/drafts/known.ts';
import { isPlace, type Known, valuesFor } from '../../../src-shared/drafts/places.ts';
import {
  type Fault,
  type Filled,
  fillIn,
  readTemplate,
  type Template,
} from '../../../src-shared/drafts/template.ts';
import { promise } from '../../../src-shared/domain/promise.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { type AnyField, shownValue } from '../../../src-shared/fields/field.ts';
import { storedOwn } from '../../../src-shared/fields/own.ts';
import { useHost } from '../../data/host-context.tsx';
import { useKinds, useOwnFields } from '../../data/known-kinds.tsx';
import { mostPromises } from '../../data/people-around.ts';
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

export type Values = (name: string) => string | undefined;
export type FilledText = Filled & { faults: Fault[] };

const kind = 'person';

/** Fills in a text; places of fields that are put away are known, too. */
export function useFiller(): Fill {
  const labels = JSON.stringify(useOwnFields(kind).map(({ label }) => label));
  return useMemo(() => fillerOf(JSON.parse(labels) as string[]), [labels]);
}

export type Fill = (text: string, values: Values) => FilledText;

/** Each text is read once. */
function fillerOf(labels: readonly string[]): Fill {
  const read = new Map<string, Template>();
  return (text, values) => {
    const template = read.get(text) ?? readTemplate(text, (name) => isPlace(name, labels));
    read.set(text, template);
    return { ...fillIn(template, values), faults: template.faults };
  };
}

export function useFillIn(person: RecordDoc): (text: string) => FilledText {
  const fill = useFiller();
  const values = useValues(person);
  return (text) => fill(text, values);
}

type Rest = Pick<Known, 'role' | 'promise'> & {
  /** ms since 1970, where there was one. */
  lastTalk: unknown;
  now: number;
};

/** What stands in each place for somebody of whom the rest is known. */
export function useValuesOf(): (person: RecordDoc, rest: Rest) => Values {
  const { settings } = useHost();
  const { date } = useDates();
  const ownOf = useOwnValues();
  return (person, { role, promise: owed, lastTalk, now }) =>
    valuesFor({
      person,
      role,
      lastTalk: typeof lastTalk === 'number' ? date(lastTalk) : '',
      promise: owed,
      me: settings?.userName ?? '',
      today: date(now),
      language: i18n.locale,
      own: ownOf(person),
    });
}

function useValues(person: RecordDoc): Values {
  const valuesOf = useValuesOf();
  const now = useNow();
  const today = dayOf(now);
  const ids = useMergedIds([person.id]).get(person.id) ?? [];
  const ties = useRecords(tiesOf(ids)) ?? [];
  const groups = useRecordsById(
    'groups',
    rolesAmong({ ids, ties, today }).map((role) => textOf(role, 'to')),
  );
  const promises = useRecords(workNaming(ids, [promise.kind], mostPromises)) ?? [];
  const lastTalk = useFacts([person.id], true)[person.id]?.['lastContact.at'];
  const groupName = (id: string): string => groups.get(id)?.name ?? '';
  const found = foundOf({ ids, ties, promises, today, groupName });
  return valuesOf(person, { ...found, lastTalk, now });
}

function useOwnValues(): (person: RecordDoc) => { label: string; value: string }[] {
  const fields = useOwnFields(kind);
  const known = useKinds().get(kind);
  const readerOf = useReader();
  return (person) =>
    fields.map(({ key, label }) => {
      const field: AnyField | undefined = known?.fields[key];
      const stored = storedOwn(key, person);
      const value =
        field === undefined
          ? ''
          : stored.map((one) => shownValue(field, one, readerOf(kind, key))).join(', ');
      return { label, value };
    });
}
