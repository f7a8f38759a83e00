// The records that a set points to.

import type { CollectionName, RecordDoc } from '../../src-shared/domain/record.ts';
import type { Change } from '../../src-shared/records/command.ts';
import { refOf } from '../data/ref-of.ts';
import { useCommand } from '../data/use-command.tsx';
import { fieldLabel } from '../ui/field-words.ts';
import { RecordPicker } from './record-picker.tsx';

type Props = {
  doc: RecordDoc;
  set: string;
  collections: readonly CollectionName[];
  size: 'xs' | 'sm';
};

export function LinkSetEdit({ doc, set, collections, size }: Props) {
  const run = useCommand();
  const items = doc.sets[set] ?? [];
  const ref = refOf(doc);
  const choose = (ids: readonly string[]): void => {
    const gone = items.filter(({ value }) => !ids.includes(value));
    const added = ids.filter((id) => !items.some(({ value }) => value === id));
    const changes: Change[] = [
      ...gone.map(({ id }): Change => ({ type: 'set-remove', ref, set, itemId: id })),
      ...added.map((value): Change => ({ type: 'set-put', ref, set, item: { value } })),
    ];
    if (changes.length > 0) void run({ type: 'edit', changes });
  };
  return (
    <RecordPicker
      size={size}
      label={fieldLabel(doc.kind, set)}
      collections={collections}
      ids={items.map(({ value }) => value)}
      onChange={choose}
    />
  );
}
