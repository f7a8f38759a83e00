// Records that were found to be this same person, each of which can be taken out again.

import { Button, Group, Text } from '@mantine/core';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { useRecords } from '../../../data/use-records.ts';
import { Section } from '../../../ui/section.tsx';

export function MergedHere({ person }: { person: RecordDoc }) {
  const run = useCommand();
  const merged = useRecords('people', {
    selector: { keys: `merged:${person.id}`, status: 'merged' },
  });
  if (merged === undefined || merged.length === 0) return null;
  return (
    <Section title="Merged into this person">
      {merged.map((doc) => (
        <Group key={doc.id} justify="space-between">
          <Text size="sm">{doc.name}</Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void run({ type: 'unmerge', gone: doc.id })}
          >
            Take apart again
          </Button>
        </Group>
      ))}
    </Section>
  );
}
