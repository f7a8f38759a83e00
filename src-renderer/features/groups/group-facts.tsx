// What a group is called and what it is about.

import { t } from '@lingui/core/macro';
import { Stack } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { FieldEdit } from '../../fields/field-edit.tsx';
import { Section } from '../../ui/section.tsx';

const fields: readonly { field: string; only?: string }[] = [
  { field: 'name' },
  { field: 'description' },
  { field: 'industry', only: 'organisation' },
  { field: 'topic', only: 'community' },
];

export function GroupFacts({ doc }: { doc: RecordDoc }) {
  return (
    <Section title={t`About`}>
      <Stack gap="xs">
        {fields
          .filter(({ only }) => only === undefined || only === doc.kind)
          .map(({ field }) => (
            <FieldEdit key={field} doc={doc} field={field} />
          ))}
      </Stack>
    </Section>
  );
}
