// A bulk edit while it is put together, and as the host takes it once nothing is missing.

import type { Kind } from '../../../src-shared/domain/kind.ts';
import type { Reader } from '../../../src-shared/fields/field.ts';
import { number } from '../../../src-shared/fields/number.ts';
import {
  type BulkPlace,
  isMany,
  placeIn,
  placesOf,
  takes,
} from '../../../src-shared/records/bulk/places.ts';
import type { BulkEdit, BulkItem } from '../../../src-shared/records/intents/bulk-edit.ts';
import type { ShiftUnit } from '../../../src-shared/values/shift-day.ts';
import type { Entered } from './entered.ts';

export type Way = BulkEdit['type'];

export type BulkDraft = {
  way: Way;
  field: string | undefined;
  /** Of a copy: where it goes. */
  to: string | undefined;
  /** What is typed or chosen, and of a replacement what is looked for. */
  entered: Entered;
  sought: Entered;
  label: string;
  find: string;
  by: string;
  isPattern: boolean;
  matchesCase: boolean;
  amount: string;
  count: number;
  unit: ShiftUnit;
  isOnlyEmpty: boolean;
  group: string | undefined;
  title: string;
};

export const emptyDraft = (way: Way): BulkDraft => ({
  way,
  field: undefined,
  to: undefined,
  entered: [],
  sought: [],
  label: '',
  find: '',
  by: '',
  isPattern: false,
  matchesCase: false,
  amount: '',
  count: 1,
  unit: 'month',
  isOnlyEmpty: false,
  group: undefined,
  title: '',
});

/** The fields and sets that can be changed so. */
export const placesFor = (kind: Kind, way: Way): BulkPlace[] =>
  way === 'role' || way === 'names' || way === 'trash'
    ? []
    : placesOf(kind).filter((place) => takes(place, way));

/** Undefined while something is missing. */
export function finishedEdit(draft: BulkDraft, kind: Kind, reader: Reader): BulkEdit | undefined {
  const { way } = draft;
  if (way === 'trash' || way === 'names') return { type: way };
  if (way === 'role')
    return draft.group === undefined
      ? undefined
      : { type: 'role', group: draft.group, title: draft.title.trim() };
  const place = draft.field === undefined ? undefined : placeIn(kind, draft.field);
  return place === undefined || !takes(place, way) ? undefined : ofField(draft, way, place, reader);
}

function ofField(
  draft: BulkDraft,
  way: Exclude<Way, 'role' | 'names' | 'trash'>,
  place: BulkPlace,
  reader: Reader,
): BulkEdit | undefined {
  const { entered, sought, isOnlyEmpty } = draft;
  const { name: field } = place;
  switch (way) {
    case 'set': {
      const value = isMany(place) ? entered.map((one) => one.value) : entered[0]?.value;
      return entered.length === 0 || value === undefined
        ? undefined
        : { type: way, field, value, isOnlyEmpty };
    }
    case 'clear':
      return { type: way, field };
    case 'put':
    case 'remove': {
      const items = itemsOf(draft);
      return items.length === 0 ? undefined : { type: way, field, items };
    }
    case 'replace': {
      const [from, to] = [sought[0]?.value, entered[0]?.value];
      return from === undefined || to === undefined ? undefined : { type: way, field, from, to };
    }
    case 'find': {
      const { find, by, isPattern, matchesCase } = draft;
      return find === '' ? undefined : { type: way, field, find, by, isPattern, matchesCase };
    }
    case 'add': {
      const by = number().typed(draft.amount, reader);
      return by === undefined || Number(by) === 0 ? undefined : { type: way, field, by };
    }
    case 'shift':
      return draft.count === 0
        ? undefined
        : { type: way, field, count: draft.count, unit: draft.unit };
    case 'copy':
      return draft.to === undefined || draft.to === field
        ? undefined
        : { type: way, from: field, to: draft.to, isOnlyEmpty };
  }
}

/** Entries are texts; those of some sets say what they are. */
function itemsOf({ entered, label }: BulkDraft): BulkItem[] {
  return entered.flatMap(({ value, more }) =>
    typeof value !== 'string' || value === ''
      ? []
      : {
          value,
          ...(label.trim() === '' ? {} : { label: label.trim() }),
          ...(more === undefined ? {} : { more }),
        },
  );
}
