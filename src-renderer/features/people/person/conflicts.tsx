// Two people changed the same value without seeing each other: both values, who and
// when, and a choice.

import { Alert, Button, Group, Text } from '@mantine/core';

import type { Conflict, RecordDoc } from '../../../../src-shared/domain/record.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { fieldWords, valueWords } from '../../../ui/field-words.ts';
import { useProvenance } from '../../../ui/provenance.tsx';

export function Conflicts({ doc }: { doc: RecordDoc }) {
  const run = useCommand();
  const words = useProvenance();
  const decide = (conflict: Conflict, choice: 'keep' | 'other') =>
    run({
      type: 'resolve-conflict',
      ref: { collection: 'people', id: doc.id },
      conflict: conflict.id,
      choice,
    });
  return doc.conflicts.map((conflict) => (
    <Alert
      key={conflict.id}
      color="orange"
      title={`Changed in two places: ${fieldWords(conflict.field)}`}
    >
      <Text size="sm">
        Shown now: {words(conflict.wonBy)}. Also written: “{valueWords(conflict.lost)}” (
        {words(conflict.lostBy)}).
      </Text>
      <Group mt="xs">
        <Button size="xs" onClick={() => void decide(conflict, 'keep')}>
          Keep what is shown
        </Button>
        <Button size="xs" variant="default" onClick={() => void decide(conflict, 'other')}>
          Use the other
        </Button>
      </Group>
    </Alert>
  ));
}
