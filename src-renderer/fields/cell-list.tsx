// The editor of a cell that holds several: tags that are typed, or some of a list.

import { MultiSelect, TagsInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';

import { shownValue } from '../../src-shared/fields/field.ts';
import { ownValue } from '../../src-shared/fields/own.ts';
import { parseTags } from '../../src-shared/values/tags.ts';
import { useReader } from '../data/use-reader.ts';
import type { Onward } from '../ui/cell-range.ts';
import { holdTags, setValue } from './cell-changes.ts';
import type { CellTarget } from './cell-target.ts';
import { useTagSuggestions } from './tag-suggestions.tsx';
import { onwardOf } from './onward-of.ts';
import { type CellEditProps, useCellSave } from './use-cell-save.ts';

type Props = CellEditProps & { target: Exclude<CellTarget, { at: 'first' }> };

export function CellList(props: Props) {
  const { doc, target, label, editing } = props;
  const before = valuesIn(target, doc);
  const [values, setValues] = useState(before);
  const [text, setText] = useState(editing.typed ?? '');
  const tags = useTagSuggestions(target.at === 'tags');
  const reader = useReader()(doc.kind, target.name);
  const { save } = useCellSave(props);
  const end = (to: Onward, isTakenBack = false): void => {
    const all = target.at === 'tags' ? [...values, ...parseTags(text)] : values;
    const isSame = JSON.stringify(all) === JSON.stringify(before);
    if (isTakenBack || isSame) return save([], to);
    if (target.at === 'tags') return save(holdTags(doc, all), to);
    const chosen = (target.type.choices ?? []).filter((code) => all.includes(code));
    const newer = all.filter((code) => !chosen.includes(code));
    const next = [...chosen, ...newer];
    save(setValue(target, doc, next.length === 0 ? null : next), to);
  };
  const shared = {
    'aria-label': `${label}, ${doc.name}`,
    size: 'sm' as const,
    autoFocus: true,
    value: values,
    onChange: setValues,
    searchValue: text,
    onSearchChange: setText,
    onBlur: (): void => end('left'),
    onKeyDown: (event: KeyboardEvent): void => {
      const to = onwardOf(event);
      // Enter takes what is typed or marked; with nothing there, it goes on.
      if (to === undefined || (to === 'down' && (text !== '' || target.at !== 'tags'))) return;
      event.preventDefault();
      end(to === 'escape' ? 'stay' : to, to === 'escape');
    },
  };
  if (target.at === 'tags') return <TagsInput {...shared} {...tags} splitChars={[',', ';']} />;
  const all = [...new Set([...(target.type.choices ?? []), ...values])];
  return (
    <MultiSelect
      {...shared}
      searchable
      defaultDropdownOpened
      data={all.map((code) => ({
        value: code,
        label: shownValue(target.type, [code], reader),
      }))}
    />
  );
}

function valuesIn(target: Props['target'], doc: Props['doc']): string[] {
  if (target.at === 'tags') return (doc.sets['tags'] ?? []).map(({ value }) => value);
  const value = ownValue(target.type, target.name, doc);
  return Array.isArray(value) ? value.map(String) : [];
}
