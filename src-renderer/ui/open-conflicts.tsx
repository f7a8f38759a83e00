// The conflicts of one record, on its own page.

import { t } from '@lingui/core/macro';
import { Alert } from '@mantine/core';

import type { Conflict, RecordDoc } from '../../src-shared/domain/record.ts';
import { openConflictsOf, ownAgainId } from '../../src-shared/records/merged.ts';
import { useConflict } from '../data/use-conflict.ts';
import { Unbroken } from './broken.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { useFieldLabel } from './field-words.ts';

export function OpenConflicts({ doc }: { doc: RecordDoc }) {
  return openConflictsOf(doc).map((conflict) => (
    <Unbroken key={conflict.id} of={doc}>
      <OpenConflict doc={doc} conflict={conflict} />
    </Unbroken>
  ));
}

function OpenConflict({ doc, conflict }: { doc: RecordDoc; conflict: Conflict }) {
  const decision = useConflict(doc, conflict);
  const field = useFieldLabel()(doc.kind, conflict.field);
  return (
    <Alert
      color="orange"
      title={conflict.id === ownAgainId ? t`In the list again` : t`Changed in two places: ${field}`}
    >
      <ConflictChoice doc={doc} conflict={conflict} decision={decision} />
    </Alert>
  );
}
