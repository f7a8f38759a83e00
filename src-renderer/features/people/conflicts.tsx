// Two people changed the same value without seeing each other: both values, who and
// when, and a choice.

import { Alert, Button, Group, Text } from '@mantine/core';

import type { Conflict, JsonValue, RecordDoc } from '../../../src-shared/domain/record.ts';
import { useCommand } from '../../app/use-command.tsx';
import { useProvenance } from '../../ui/provenance.tsx';

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
      title={`Changed in two places: ${conflict.field.split('/')[0] ?? ''}`}
    >
      <Text size="sm">
        Shown now: {words(conflict.wonBy)}. Also written: “{plain(conflict.lost)}” (
        {words(conflict.lostBy)}).
      </Text>
      <Group mt="xs">
        <Button size="xs" onClick={() => void decide(conflict, 'keep')}>
          Keep what is shown
        </Button>
        <Button size="xs" variant="default" onClick={() => void decide(conflict, 'other')}>
          Use “{plain(conflict.lost)}”
        </Button>
      </Group>
    </Alert>
  ));
}

function plain(value: JsonValue): string {
  if (value === null) return 'nothing';
  if (typeof value === 'object' && !Array.isArray(value)) return plain(value['value'] ?? '');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
