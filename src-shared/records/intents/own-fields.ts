// What people mean when they define fields of their own and fill them in.

import { isKeptHere } from '../../domain/kept-here.ts';
import { codeFor, type OwnField, ownField, type OwnFieldType } from '../../domain/own-field.ts';
import type { JsonValue, NewRecord, RecordDoc } from '../../domain/record.ts';
import type { AnyField } from '../../fields/field.ts';
import { misfitsIn } from '../../fields/own.ts';
import type { Change, Ref } from '../command.ts';
import { holdValues, putItem, removeItem, setField } from './edits.ts';

type Definition = {
  label: string;
  kind: string;
  type: OwnFieldType;
  currency?: string;
  help?: string;
  /** Names of what a choice offers. */
  options?: readonly string[];
  /** Only on this laptop, for good: what it holds, and that there is such a field. */
  isPrivate?: boolean;
};

export function defineField({
  label,
  kind,
  options = [],
  isPrivate = false,
  ...more
}: Definition): NewRecord {
  const codes: string[] = [];
  for (const option of options) codes.push(codeFor(option, codes));
  return {
    kind: ownField.kind,
    ...(isPrivate ? { scope: 'private' as const } : {}),
    fields: { label: label.trim(), for: kind, ...more },
    sets: {
      options: options.map((option, at) => ({
        value: codes[at] ?? option,
        more: { label: option.trim() },
      })),
    },
  };
}

const definition = (id: string): Ref => ({ collection: 'setup', id });

export const renameField = (id: string, label: string): Change =>
  setField(definition(id), 'label', label.trim());

/** No value is touched: each is read as the new type from now on. */
export const retypeField = (id: string, type: OwnFieldType): Change =>
  setField(definition(id), 'type', type);

/** Null brings it back. */
export const retireField = (id: string, at: number | null): Change =>
  setField(definition(id), 'retiredAt', at);

/** Put away for another one, which views ask for from then on. */
export const joinField = (id: string, at: number, into: string): Change[] => [
  retireField(id, at),
  setField(definition(id), 'joinedInto', into),
];

type Defined = Pick<OwnField, 'id' | 'options'>;

export function addOptions({ id, options }: Defined, labels: readonly string[]): Change[] {
  const codes = options.map(({ code }) => code);
  return labels.map((label) => {
    const code = codeFor(label, codes);
    codes.push(code);
    return putItem(definition(id), 'options', { value: code, more: { label: label.trim() } });
  });
}

export const addOption = (field: Defined, label: string): Change[] => addOptions(field, [label]);

/** `isRetired`: no longer offered; whoever has it keeps it. */
export function changeOption(
  { id, options }: Defined,
  optionId: string,
  to: { label?: string; isRetired?: boolean },
): Change[] {
  const option = options.find((one) => one.id === optionId);
  if (option === undefined) return [];
  const { label = option.label, isRetired = option.isRetired } = to;
  const more = { label: label.trim(), ...(isRetired ? { retired: 'yes' } : {}) };
  return [putItem(definition(id), 'options', { id: optionId, value: option.code, more })];
}

/**
 * The record is to have this value and no other under the key, wherever those before stand;
 * null takes them away. What does not fit there is kept as another detail of the same name, where
 * the record has such; elsewhere the history keeps it. `type` is the field as its kind has it (fields/own.ts).
 */
export function fillIn(
  ref: Ref,
  key: string,
  type: Pick<AnyField, 'own' | 'link'>,
  { fields, sets }: Pick<RecordDoc, 'fields' | 'sets'>,
  value: JsonValue,
): Change[] {
  const items = sets[key] ?? [];
  // Other details are the team's: what is kept on this laptop alone does not go there.
  const misfits =
    keepsDetails(ref) && !isKeptHere(key) ? misfitsIn(type, key, { fields, sets }) : [];
  const kept = misfits.map((text) =>
    putItem(ref, 'custom', { value: text, label: type.own?.label ?? '' }),
  );
  const setAlone = (next: JsonValue): Change[] =>
    next === null && fields[key] === undefined ? [] : [setField(ref, key, next)];
  if (type.own?.isMany !== true)
    return [...kept, ...setAlone(value), ...items.map(({ id }) => removeItem(ref, key, id))];
  const values = [value].flat().filter((one) => typeof one === 'string');
  const to = type.link?.to[0];
  const changes = holdValues(ref, key, items, values).map((change): Change =>
    change.type === 'set-put' && to !== undefined
      ? { ...change, item: { ...change.item, more: { to } } }
      : change,
  );
  return [...kept, ...setAlone(null), ...changes];
}

/** The same for a record that is to be made: `values` by the fields' keys, lists where they can have several. */
export function filledIn(
  types: { readonly [key: string]: Pick<AnyField, 'own' | 'link'> },
  values: { readonly [key: string]: JsonValue },
): Required<Pick<NewRecord, 'fields' | 'sets'>> {
  const fields: Required<NewRecord>['fields'] = {};
  const sets: Required<NewRecord>['sets'] = {};
  for (const [key, value] of Object.entries(values)) {
    const to = types[key]?.link?.to[0];
    if (types[key]?.own?.isMany !== true) {
      if (value !== null) fields[key] = value;
      continue;
    }
    const texts = [value].flat().filter((one) => typeof one === 'string');
    if (texts.length > 0)
      sets[key] = texts.map((one) => ({
        value: one,
        ...(to === undefined ? {} : { more: { to } }),
      }));
  }
  return { fields, sets };
}

/** Roles and what happened have no other details. */
export const keepsDetails = ({ collection }: Pick<Ref, 'collection'>): boolean =>
  collection === 'people' || collection === 'groups';
