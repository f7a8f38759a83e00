// The records that a set points to.

import type { CollectionName, RecordDoc } from '../../src-shared/domain/record.ts';
import { edit, holdValues } from '../../src-shared/records/intents/edits.ts';
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
    const changes = holdValues(ref, set, items, ids);
    if (changes.length > 0) void run(edit(...changes));
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
