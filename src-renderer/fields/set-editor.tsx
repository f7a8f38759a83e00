// A list of labelled values (e-mails, phones, addresses ...), the main one first; a new
// one is added at the end.

import { i18n, type MessageDescriptor } from '@lingui/core';
import { Text } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { keepDraft, keptDraft } from '../data/use-draft.ts';
import { fieldLabel } from '../ui/field-words.ts';
import { InPlace } from '../ui/in-place.tsx';
import { usePrinting } from '../ui/printing.ts';
import { isSaved, TextEdit } from '../ui/text-edit.tsx';
import { SetRow } from './set-row.tsx';
import { useSetEdits } from './use-set-edits.ts';

type Props = {
  doc: RecordDoc;
  set: string;
  labels: readonly string[];
  /** Of the field a new one is typed into. */
  fresh: MessageDescriptor;
  type?: 'email' | 'tel' | 'url';
  /** A new one is typed. */
  isAdding: boolean;
  onAdded: () => void;
};

export const draftOfNew = ({ id }: RecordDoc, set: string): string => `${id} ${set} new`;

export function SetEditor({ doc, isAdding, ...rest }: Props) {
  const items = doc.sets[rest.set] ?? [];
  const begun = isAdding || keptDraft(draftOfNew(doc, rest.set)) !== '';
  if (items.length === 0 && !begun) return null;
  return <Values doc={doc} isAdding={begun} {...rest} />;
}

function Values({ doc, set, labels, fresh, type, isAdding, onAdded }: Props) {
  const items = doc.sets[set] ?? [];
  const name = fieldLabel(doc.kind, set);
  const draftOf = draftOfNew(doc, set);
  const [understood, setUnderstood] = useState('');
  const edits = useSetEdits(doc, set, name, items);
  const typed = type === undefined ? {} : { type };
  const isPrinting = usePrinting();
  if (isPrinting && items.length === 0) return null;
  return (
    <>
      {items.map((item, at) => (
        <SetRow
          key={item.id}
          doc={doc}
          set={set}
          name={name}
          labels={labels}
          {...typed}
          item={item}
          at={at}
          count={items.length}
          edits={edits}
        />
      ))}
      {understood !== '' && !isPrinting && (
        <Text size="xs" className="dim" mb={6}>
          {understood}
        </Text>
      )}
      {isAdding && !isPrinting && (
        <InPlace label={name} shown={null} startsOpen onClose={onAdded}>
          {() => (
            <TextEdit
              aria-label={i18n._(fresh)}
              value=""
              autoFocus={keptDraft(draftOf) === ''}
              {...typed}
              draftOf={draftOf}
              onSave={async (value, asWritten) => {
                const label = labels[0] === undefined ? {} : { label: labels[0] };
                const saved = value === '' || (await edits.put({ value, ...label }, asWritten));
                if (isSaved(saved)) {
                  // What waited is in by now: it must not open another new one.
                  keepDraft(draftOf, '');
                  onAdded();
                }
                setUnderstood(
                  typeof saved === 'object' && 'understood' in saved ? saved.understood : '',
                );
                return saved;
              }}
            />
          )}
        </InPlace>
      )}
    </>
  );
}
