// Values of a record as one line of text, as the rest of the window shows them: records
// that they lead to by their names, saved views as sentences.

import { t } from '@lingui/core/macro';

import { kinds } from '../../src-shared/domain/kinds.ts';
import { mergeableOf } from '../../src-shared/domain/merging.ts';
import type { CollectionName, JsonValue, RecordDoc } from '../../src-shared/domain/record.ts';
import { view as viewKind } from '../../src-shared/domain/view.ts';
import { day } from '../../src-shared/fields/day.ts';
import { type AnyField, type Reader, shownValue } from '../../src-shared/fields/field.ts';
import { describePart, namedInPart } from '../../src-shared/query/describe-part.ts';
import { say } from '../../src-shared/words/say.ts';
import { withLabel } from '../words/value-words.ts';
import { useKinds } from './known-kinds.tsx';
import { useReader } from './use-reader.ts';
import { useNamed } from './use-records-in.ts';

/** `what` as in stamps: a field's name, `set/itemId` or `note`. `values`: those to be said. */
export function useValueWords(
  doc: Pick<RecordDoc, 'kind' | 'fields'>,
  what: string,
  values: readonly JsonValue[],
): (value: JsonValue) => string {
  const [name = what] = what.split('/');
  const kind = useKinds().get(doc.kind);
  const field = kind?.fields[name];
  const own = field?.own;
  const set = kind?.sets[name];
  const isView = doc.kind === viewKind.kind && field?.type === 'data';
  const of = doc.fields['of'];
  const link =
    field?.link ?? set?.link ?? (what === 'mergedInto' ? { to: [mergeableOf(doc)] } : undefined);
  const ids = isView
    ? values.flatMap((value) => namedInPart(what, value, of, kinds))
    : link === undefined
      ? []
      : values.flatMap(idsIn);
  const records = useNamed(isView ? named : (link?.to ?? []), ids);
  const nameOf = (id: string): string => {
    const record = records.get(id);
    return record === undefined ? say('query.gone') : record.name || t`No name`;
  };
  const reader = useReader(nameOf)(doc.kind, name);

  const words = (value: JsonValue): string => {
    if (what === 'trashedAt') return value === null ? t`not in the trash` : t`in the trash`;
    if (value === null || value === '') return t`nothing`;
    if (isView) {
      const how = {
        kinds,
        nameOf: (id: string) => records.get(id)?.name,
        language: reader.language,
      };
      return describePart(what, value, of, how) ?? unknown();
    }
    if (own !== undefined) return ownWords(field, value, reader) || t`nothing`;
    if (field !== undefined)
      return field.type === 'data' ? unknown() : shownValue(field, value, reader) || t`nothing`;
    if (typeof value === 'object' && !Array.isArray(value)) {
      const { value: own = '', label } = value;
      return withLabel(words(own), typeof label === 'string' ? label : '');
    }
    if (typeof value !== 'string') return unknown();
    if (link !== undefined) return nameOf(value);
    return set?.type === 'day' ? shownValue(days, value, reader) : value;
  };
  return words;
}

/** A value of a field that the team defined, or an entry of its set; as text where it does not fit. */
function ownWords(field: AnyField | undefined, stored: JsonValue, reader: Reader): string {
  const plain =
    typeof stored === 'object' && stored !== null && !Array.isArray(stored) && 'value' in stored
      ? (stored['value'] ?? null)
      : stored;
  const { own } = field ?? {};
  if (field === undefined || own === undefined) return '';
  const values = own.cast(plain);
  const value = own.isMany ? values : values[0];
  return value === undefined || values.length === 0
    ? shownValue(field, plain, reader)
    : shownValue(field, value, reader);
}

const named = ['people', 'groups'] as const satisfies readonly CollectionName[];
/** Of whom a record was merged into, which no kind declares. */
const days = day();

const unknown = (): string => t`a value that this version cannot show`;

/** A field's value, or an entry of a set. */
function idsIn(value: JsonValue): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.filter((id) => typeof id === 'string');
  return typeof value === 'object' && value !== null ? idsIn(value['value'] ?? null) : [];
}
