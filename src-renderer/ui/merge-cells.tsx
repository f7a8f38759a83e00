// Cells of the screen on which some records that are one are merged by hand: each says who wrote
// its value, when and from where.

import { t } from '@lingui/core/macro';
import { Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';

import type { JsonValue, RecordDoc } from '../../src-shared/domain/record.ts';
import type { Entry } from '../../src-shared/records/intents/merge-chosen.ts';
import { useValueWords } from '../data/use-value-words.ts';
import { Face } from './face.tsx';
import { nameOrNone } from './name-or-none.ts';
import { useProvenance } from './provenance.tsx';

type StaysProps = { doc: RecordDoc; number: number; isPicked: boolean; pick: () => void };

export function StaysCell({ doc, number, isPicked, pick }: StaysProps) {
  const name = nameOrNone(doc);
  const who = (
    <span className="merge-who">
      <Face doc={doc} />
      <span>{t`${number}: ${name}`}</span>
    </span>
  );
  return (
    <td>
      <Choice as="radio" isOn={isPicked} isFirst={number === 1} onClick={pick}>
        {who}
      </Choice>
    </td>
  );
}

type FieldProps = { doc: RecordDoc; field: string; isPicked: boolean; pick: () => void };

export function FieldCell({ doc, field, isPicked, pick }: FieldProps) {
  const value = doc.fields[field] ?? null;
  const words = useValueWords(doc, field, [value]);
  if (value === null) return <td className="dim">{t`nothing`}</td>;
  return (
    <td>
      <Choice as="radio" isOn={isPicked} onClick={pick}>
        {field === 'photo' ? <Face doc={doc} /> : <bdi>{words(value)}</bdi>}
        <Origin doc={doc} what={field} />
      </Choice>
    </td>
  );
}

type EntryProps = {
  doc: RecordDoc;
  set: string;
  entries: readonly Entry[];
  isDropped: (key: string) => boolean;
  toggle: (key: string) => void;
};

export function EntryCell({ doc, set, entries, isDropped, toggle }: EntryProps) {
  const own = entries.flatMap(({ key, of }) =>
    of.filter((one) => one.doc === doc).map(({ item }) => ({ key, item })),
  );
  const values = own.map(({ item }) => item as unknown as JsonValue);
  const words = useValueWords(doc, set, values);
  if (own.length === 0) return <td className="dim">{t`nothing`}</td>;
  return (
    <td>
      {own.map(({ key, item }) => (
        <Choice key={item.id} as="checkbox" isOn={!isDropped(key)} onClick={() => toggle(key)}>
          <bdi>{words(item as unknown as JsonValue)}</bdi>
          <Origin doc={doc} what={`${set}/${item.id}`} />
        </Choice>
      ))}
    </td>
  );
}

type NoteProps = { doc: RecordDoc; isDropped: boolean; toggle: () => void };

/** Notes are joined, that of the one that stays first. */
export function NoteCell({ doc, isDropped, toggle }: NoteProps) {
  if (doc.note === '') return <td className="dim">{t`nothing`}</td>;
  return (
    <td>
      <Choice as="checkbox" isOn={!isDropped} onClick={toggle}>
        <span className="merge-note">{doc.note}</span>
        <Origin doc={doc} what="note" />
      </Choice>
    </td>
  );
}

type ChoiceProps = {
  as: 'radio' | 'checkbox';
  isOn: boolean;
  isFirst?: boolean;
  onClick: () => void;
  children: ReactNode;
};

const Choice = ({ as: role, isOn, isFirst = false, onClick, children }: ChoiceProps) => (
  <UnstyledButton
    role={role}
    aria-checked={isOn}
    className="merge-cell"
    data-autofocus={isFirst || undefined}
    onClick={onClick}
  >
    {children}
  </UnstyledButton>
);

function Origin({ doc, what }: { doc: RecordDoc; what: string }) {
  const words = useProvenance();
  return (
    <Text component="span" display="block" size="xs" className="dim">
      {words(doc.stamps[what] ?? doc.origin)}
    </Text>
  );
}
