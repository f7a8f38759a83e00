// Fields of one's own of what is not written down yet: filled in where it is made, kept with it.

import { SimpleGrid } from '@mantine/core';
import { useRef, useState } from 'react';

import type { JsonValue, NewRecord } from '../../src-shared/domain/record.ts';
import type { AnyField } from '../../src-shared/fields/field.ts';
import { shownLabel } from '../../src-shared/fields/own.ts';
import { filledIn } from '../../src-shared/records/intents/own-fields.ts';
import { useKinds, useOwnFields } from '../data/known-kinds.tsx';
import { editors } from './field-edit.tsx';
import { TypedEdit } from './typed-edit.tsx';

type Values = { readonly [key: string]: JsonValue };

/** `id`: under which a text waits that is not understood. */
export function useOwnDraft(kind: string, id: string) {
  const kinds = useKinds();
  const fields = useOwnFields(kind).filter(({ isRetired, isNewer }) => !isRetired && !isNewer);
  const [values, setValues] = useState<Values>({});
  // Read on leaving a field by the very key that sends the form.
  const now = useRef({ values, unclear: new Set<string>() });
  const put = (next: Values): void => {
    now.current.values = next;
    setValues(next);
  };
  const types = kinds.get(kind)?.fields ?? {};
  return {
    kind,
    id,
    fields,
    types,
    values,
    set: (key: string, value: JsonValue): void => {
      now.current.unclear.delete(key);
      put({ ...now.current.values, [key]: value });
    },
    note: (key: string, isClear: boolean): void => {
      if (isClear) now.current.unclear.delete(key);
      else now.current.unclear.add(key);
    },
    /** Something typed is not understood: it is said below the field, and would be lost. */
    isUnclear: (): boolean => now.current.unclear.size > 0,
    isBegun: Object.values(values).some((value) => value !== null),
    filled: (): Pick<NewRecord, 'fields' | 'sets'> => filledIn(types, now.current.values),
    clear: (): void => put({}),
  };
}

export function OwnDraft({ draft }: { draft: ReturnType<typeof useOwnDraft> }) {
  const { kind, id, fields, types, values, set, note } = draft;
  if (fields.length === 0) return null;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing={6}>
      {fields.map(({ key, ...own }) => {
        const type = types[key];
        if (type === undefined) return null;
        const Editor = editors[type.type] ?? TypedEdit;
        return (
          <Editor
            key={key}
            kind={kind}
            field={key}
            id={id}
            type={watched(type, (isClear) => note(key, isClear))}
            label={shownLabel(own)}
            value={values[key] ?? null}
            size="xs"
            save={async (value) => {
              set(key, value);
              return true;
            }}
          />
        );
      })}
    </SimpleGrid>
  );
}

/** The type, which notes what it does not understand. */
const watched = (type: AnyField, note: (isClear: boolean) => void): AnyField => ({
  ...type,
  typed: (text, reader) => {
    const value = type.typed(text, reader);
    note(value !== undefined);
    return value;
  },
});
