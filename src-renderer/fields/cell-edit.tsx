// The editor of a cell of a table: what is typed is saved by Enter, Tab or leaving it, and put
// back by Escape. What is not understood is said below it, and stays.

import { Select, Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';

import type { JsonValue } from '../../src-shared/domain/record.ts';
import { type AnyField, shownValue } from '../../src-shared/fields/field.ts';
import { ownValue } from '../../src-shared/fields/own.ts';
import { useReader } from '../data/use-reader.ts';
import type { Onward } from '../ui/cell-range.ts';
import { Problem } from '../ui/text-edit.tsx';
import { CellList } from './cell-list.tsx';
import { setValue } from './cell-changes.ts';
import { onwardOf } from './onward-of.ts';
import { type CellEditProps, useCellSave } from './use-cell-save.ts';

export function CellEdit(props: CellEditProps) {
  const { target } = props;
  if (target.at === 'tags') return <CellList {...props} target={target} />;
  if (target.at === 'first') return <CellText {...props} />;
  switch (target.type.type) {
    case 'choice':
    case 'yes-no':
      return <CellChoice {...props} target={target} />;
    case 'choices':
      return <CellList {...props} target={target} />;
    default:
      return <CellText {...props} />;
  }
}

function CellText(props: CellEditProps) {
  const { target, doc, label } = props;
  const { text, type, why, finish } = useCellSave(props);
  const isLong = target.at === 'field' && target.type.type === 'long-text';
  const shared = {
    'aria-label': `${label}, ${doc.name}`,
    size: 'sm' as const,
    dir: 'auto',
    autoFocus: true,
    value: text,
    ...(why === undefined
      ? {}
      : { error: <Problem {...why} onKeep={() => void finish('stay', true)} /> }),
    onBlur: (): void => void finish('left'),
    onKeyDown: (event: KeyboardEvent): void => {
      const to = onwardOf(event);
      if (to === undefined) return;
      event.preventDefault();
      void finish(to);
    },
  };
  return isLong ? (
    <Textarea
      {...shared}
      autosize
      minRows={2}
      maxRows={8}
      onChange={(event) => type(event.currentTarget.value)}
    />
  ) : (
    <TextInput
      {...shared}
      onFocus={(event) => {
        if (props.editing.typed === undefined) event.currentTarget.select();
      }}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

type ChoiceProps = CellEditProps & { target: { name: string; type: AnyField } };

function CellChoice(props: ChoiceProps) {
  const { doc, target, label } = props;
  const { type, name } = target;
  const reader = useReader()(doc.kind, name);
  const { save, leave } = useCellSave(props);
  const value = ownValue(type, name, doc) ?? null;
  const offered: readonly JsonValue[] = type.choices ?? [true, false];
  const isNewer = value !== null && !offered.some((one) => one === value);
  const all = isNewer ? [...offered, value] : offered;
  const set = (code: string | null, to: Onward): void =>
    save(setValue(target, doc, all.find((one) => codeOf(one) === code) ?? null), to);
  return (
    <Select
      aria-label={`${label}, ${doc.name}`}
      size="sm"
      autoFocus
      defaultDropdownOpened
      searchable
      clearable
      {...(props.editing.typed === undefined ? {} : { defaultSearchValue: props.editing.typed })}
      data={all.map((one) => ({ value: codeOf(one), label: shownValue(type, one, reader) }))}
      value={value === null ? null : codeOf(value)}
      onChange={(code) => set(code, 'stay')}
      onBlur={() => leave('left')}
      onKeyDown={(event) => {
        const to = onwardOf(event);
        // Enter takes the one that is marked.
        if (to === undefined || to === 'down') return;
        event.preventDefault();
        leave(to === 'escape' ? 'stay' : to);
      }}
    />
  );
}

const codeOf = (value: JsonValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
