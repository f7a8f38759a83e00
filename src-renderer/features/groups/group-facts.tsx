// What a group is called, what it is about, where it is and how it is reached: the fields and
// lists that its kind declares.

import { msg, t } from '@lingui/core/macro';
import { Stack, Text } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { organisationTraits } from '../../../src-shared/duplicates/organisations.ts';
import { FieldEdit } from '../../fields/field-edit.tsx';
import { placedFields } from '../../fields/placed-fields.ts';
import { SetEditor } from '../../fields/set-editor.tsx';
import { TagsEdit } from '../../fields/tags-edit.tsx';
import { Section } from '../../ui/section.tsx';
import { commaWords } from '../../words/in-language.ts';

const sets = [
  {
    set: 'links',
    words: { add: msg`Add link`, fresh: msg`New link` },
    labels: ['website', 'profile', 'blog', 'other'],
    type: 'url',
  },
  {
    set: 'phones',
    words: { add: msg`Add phone`, fresh: msg`New phone` },
    labels: ['work', 'mobile', 'fax', 'other'],
    type: 'tel',
  },
  {
    set: 'emails',
    words: { add: msg`Add e-mail`, fresh: msg`New e-mail` },
    labels: ['work', 'other'],
    type: 'email',
  },
  {
    set: 'addresses',
    words: { add: msg`Add address`, fresh: msg`New address` },
    labels: ['work', 'other'],
  },
  {
    set: 'custom',
    words: { add: msg`Add other detail`, fresh: msg`New other detail` },
    labels: [],
    isQuiet: true,
  },
] as const;

export function GroupFacts({ doc }: { doc: RecordDoc }) {
  return (
    <Section title={t`About`}>
      <Stack gap="xs">
        {placedFields(doc.kind).map((field) => (
          <FieldEdit key={field} doc={doc} field={field} />
        ))}
        <TagsEdit doc={doc} />
      </Stack>
    </Section>
  );
}

/** Of a bucket nobody asks where it is. */
export function GroupContact({ doc }: { doc: RecordDoc }) {
  const isThere = sets.some(({ set }) => (doc.sets[set] ?? []).length > 0);
  if (doc.kind === 'bucket' && !isThere) return null;
  const { domains } = organisationTraits(doc);
  return (
    <Section title={t`Contact`} isPrinted={isThere}>
      {sets.map((one) => (
        <SetEditor key={one.set} doc={doc} {...one} />
      ))}
      {domains.length > 0 && (
        <Text size="sm" className="dim" dir="auto">
          {t`Domains: ${commaWords(domains)}`}
        </Text>
      )}
    </Section>
  );
}
