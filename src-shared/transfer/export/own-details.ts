// Fields that the team defined, as other programs and other books can hold them: details
// under the field's name. What does not fit the field goes as it stands.

import { withoutKept } from '../../domain/kept-here.ts';
import { readOwnField } from '../../domain/own-field.ts';
import { ownKey } from '../../domain/own-values.ts';
import type { JsonValue, RecordDoc, SetItem } from '../../domain/record.ts';
import { type AnyField, plainReader, shownValue, writtenValue } from '../../fields/field.ts';
import { misfitsIn, ownValue, storedOwn, typeOfOwn } from '../../fields/own.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type { ExportRequest } from '../export-types.ts';

type Held = Pick<RecordDoc, 'kind' | 'fields' | 'sets'>;
/** Set where something in a private field does not go along. */
export type KeepsBack = { keepsBack?: true };
export type OwnDetails = <D extends Held>(
  docs: readonly D[],
) => Promise<readonly (D & KeepsBack)[]>;

/** Reads the definitions once. Private fields go along only where that was asked for. */
export async function ownDetails(
  store: RecordStore,
  { withPrivateFields = false }: Pick<ExportRequest, 'withPrivateFields'>,
): Promise<OwnDetails> {
  const fieldsByKind = new Map<string, [string, AnyField][]>();
  const keptByKind = new Map<string, string[]>();
  for await (const docs of store.scan('setup', { status: 'live' }))
    for (const field of docs.flatMap((doc) => readOwnField(doc) ?? [])) {
      if (field.isPrivate && !withPrivateFields) {
        keptByKind.set(field.kind, [...(keptByKind.get(field.kind) ?? []), ownKey(field)]);
        continue;
      }
      const known = fieldsByKind.get(field.kind) ?? [];
      known.push([ownKey(field), typeOfOwn(field)]);
      fieldsByKind.set(field.kind, known);
    }
  return async (docs) => {
    const names = await namesIn(store, docs, fieldsByKind);
    return docs.map((doc) => {
      const whole = shared(withDetails(doc, fieldsByKind.get(doc.kind) ?? [], names));
      const keepsBack = keptByKind.get(doc.kind)?.some((key) => storedOwn(key, doc).length > 0);
      return keepsBack === true ? { ...whole, keepsBack } : whole;
    });
  };
}

/** What is kept on this laptop and did not become a detail stays, whatever its definition. */
const shared = <D extends Held>(doc: D): D => ({
  ...doc,
  fields: withoutKept(doc.fields),
  sets: withoutKept(doc.sets),
});

function withDetails<D extends Held>(
  doc: D,
  fields: readonly [string, AnyField][],
  names: ReadonlyMap<string, string>,
): D {
  const filled = fields.filter(([key]) => storedOwn(key, doc).length > 0);
  if (filled.length === 0) return doc;
  const details = filled.flatMap(([key, type]): SetItem[] => {
    const value = ownValue(type, key, doc);
    const shown = value === undefined ? [] : [textOf(type, value, names)];
    const label = type.own?.label ?? '';
    return [...shown, ...misfitsIn(type, key, doc)].map((text, at) => ({
      id: `${key}-${at}`,
      label,
      value: text,
    }));
  });
  const keys = new Set(filled.map(([key]) => key));
  const without = <T>(all: { [name: string]: T }): { [name: string]: T } =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !keys.has(name)));
  const sets = without(doc.sets);
  return {
    ...doc,
    fields: without(doc.fields),
    sets: { ...sets, custom: [...(sets['custom'] ?? []), ...details] },
  };
}

/** The same in every language; choices by their names, records by theirs. */
function textOf(type: AnyField, value: JsonValue, names: ReadonlyMap<string, string>): string {
  if (type.link !== undefined)
    return [value]
      .flat()
      .filter((id) => typeof id === 'string')
      .map((id) => names.get(id) ?? id)
      .join(', ');
  if (type.type === 'choices') return writtenValue(type, value, plainReader);
  return type.accepts(value) ? type.cell(value as never) : shownValue(type, value, plainReader);
}

/** What the records are called that such fields lead to. */
async function namesIn(
  store: RecordStore,
  docs: readonly Held[],
  fieldsByKind: ReadonlyMap<string, readonly [string, AnyField][]>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const to of ['people', 'groups'] as const) {
    const ids = docs.flatMap((doc) =>
      (fieldsByKind.get(doc.kind) ?? [])
        .filter(([, { link }]) => link?.to.includes(to) === true)
        .flatMap(([key]) => (doc.sets[key] ?? []).map(({ value }) => value)),
    );
    if (ids.length === 0) continue;
    for (const [id, { name }] of await store.get(to, [...new Set(ids)])) names.set(id, name);
  }
  return names;
}
