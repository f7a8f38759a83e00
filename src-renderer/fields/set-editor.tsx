// A list of labelled values (e-mails, phones, addresses ...), the main one first; a new
// one is added at the end.

import { i18n, type MessageDescriptor } from '@lingui/core';
import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import type { RecordDoc, SetItem } from '../../src-shared/domain/record.ts';
import { keptDraft } from '../data/use-draft.ts';
import { fieldLabel } from '../ui/field-words.ts';
import { usePrinting } from '../ui/printing.ts';
import { isSaved, TextEdit } from '../ui/text-edit.tsx';
import { SetRow } from './set-row.tsx';
import { useSetEdits } from './use-set-edits.ts';

type Props = {
  doc: RecordDoc;
  set: string;
  labels: readonly string[];
  /** Of the button that adds one, and of the field the new one is typed into. */
  words: { add: MessageDescriptor; fresh: MessageDescriptor };
  type?: 'email' | 'tel' | 'url';
  /** Shown only when there is something in it. */
  isQuiet?: boolean;
};

export function SetEditor({ doc, isQuiet = false, ...rest }: Props) {
  const items = doc.sets[rest.set] ?? [];
  if (isQuiet && items.length === 0) return null;
  return <Values doc={doc} items={items} {...rest} />;
}

type ValuesProps = Omit<Props, 'isQuiet'> & { items: readonly SetItem[] };

function Values({ doc, items, set, labels, words, type }: ValuesProps) {
  const name = fieldLabel(doc.kind, set);
  const draftOf = `${doc.id} ${set} new`;
  const [isAdding, setAdding] = useState(keptDraft(draftOf) !== '');
  const [understood, setUnderstood] = useState('');
  const edits = useSetEdits(doc, set, name, items);
  const typed = type === undefined ? {} : { type };
  const isPrinting = usePrinting();
  if (isPrinting && items.length === 0) return null;
  return (
    <div style={{ marginBottom: isPrinting ? 0 : 10 }}>
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
      {understood !== '' && (
        <Text size="xs" className="dim" mb={6}>
          {understood}
        </Text>
      )}
      {isAdding ? (
        <TextEdit
          label={i18n._(words.fresh)}
          value=""
          autoFocus={keptDraft(draftOf) === ''}
          {...typed}
          draftOf={draftOf}
          onSave={async (value, asWritten) => {
            const label = labels[0] === undefined ? {} : { label: labels[0] };
            const saved = value === '' || (await edits.put({ value, ...label }, asWritten));
            if (isSaved(saved)) setAdding(false);
            setUnderstood(
              typeof saved === 'object' && 'understood' in saved ? saved.understood : '',
            );
            return saved;
          }}
        />
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => setAdding(true)}
        >
          {i18n._(words.add)}
        </Button>
      )}
    </div>
  );
}
