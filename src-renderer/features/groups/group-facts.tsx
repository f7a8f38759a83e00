// What a group is called and what it is about: the fields that its kind declares.

import { t } from '@lingui/core/macro';
import { Stack } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { FieldEdit } from '../../fields/field-edit.tsx';
import { placedFields } from '../../fields/placed-fields.ts';
import { Section } from '../../ui/section.tsx';

export function GroupFacts({ doc }: { doc: RecordDoc }) {
  return (
    <Section title={t`About`}>
      <Stack gap="xs">
        {placedFields(doc.kind).map((field) => (
          <FieldEdit key={field} doc={doc} field={field} />
        ))}
      </Stack>
    </Section>
  );
}
