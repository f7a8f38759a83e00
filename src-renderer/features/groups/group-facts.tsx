// What a group is called and what it is about.

import { Stack } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { FieldEdit } from '../../fields/field-edit.tsx';
import { Section } from '../../ui/section.tsx';

const fields: readonly { field: string; label: string; only?: string }[] = [
  { field: 'name', label: 'Name' },
  { field: 'description', label: 'Description' },
  { field: 'industry', label: 'Industry', only: 'organisation' },
  { field: 'topic', label: 'Topic', only: 'community' },
];

export function GroupFacts({ doc }: { doc: RecordDoc }) {
  return (
    <Section title="About">
      <Stack gap="xs">
        {fields
          .filter(({ only }) => only === undefined || only === doc.kind)
          .map(({ field, label }) => (
            <FieldEdit key={field} doc={doc} field={field} label={label} />
          ))}
      </Stack>
    </Section>
  );
}
