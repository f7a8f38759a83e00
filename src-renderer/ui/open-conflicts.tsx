// The conflicts of one record, on its own page.

import { t } from '@lingui/core/macro';
import { Alert } from '@mantine/core';

import type { Conflict, RecordDoc } from '../../src-shared/domain/record.ts';
import { useConflict } from '../data/use-conflict.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { fieldLabel } from './field-words.ts';

export function OpenConflicts({ doc }: { doc: RecordDoc }) {
  return doc.conflicts.map((conflict) => (
    <OpenConflict key={conflict.id} doc={doc} conflict={conflict} />
  ));
}

function OpenConflict({ doc, conflict }: { doc: RecordDoc; conflict: Conflict }) {
  const decision = useConflict(doc, conflict);
  const field = fieldLabel(doc.kind, conflict.field);
  return (
    <Alert color="orange" title={t`Changed in two places: ${field}`}>
      <ConflictChoice doc={doc} conflict={conflict} decision={decision} />
    </Alert>
  );
}
