// What a group is called, what it is about, where it is and how it is reached: the fields and
// lists that its kind declares.

import { msg, t } from '@lingui/core/macro';
import { Text } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { organisationTraits } from '../../../src-shared/duplicates/organisations.ts';
import { ContactSets } from '../../fields/contact-sets.tsx';
import { Facts } from '../../fields/facts.tsx';
import { placedFields } from '../../fields/placed-fields.ts';
import { commaWords } from '../../words/in-language.ts';

const sets = [
  {
    set: 'links',
    fresh: msg`New link`,
    labels: ['website', 'profile', 'blog', 'other'],
    type: 'url',
  },
  {
    set: 'phones',
    fresh: msg`New phone`,
    labels: ['work', 'mobile', 'fax', 'other'],
    type: 'tel',
  },
  {
    set: 'emails',
    fresh: msg`New e-mail`,
    labels: ['work', 'other'],
    type: 'email',
  },
  {
    set: 'addresses',
    fresh: msg`New address`,
    labels: ['work', 'other'],
  },
  {
    set: 'custom',
    fresh: msg`New other detail`,
    labels: [],
  },
] as const;

export const GroupFacts = ({ doc }: { doc: RecordDoc }) => (
  <Facts doc={doc} title={t`About`} fields={placedFields(doc.kind)} hasTags />
);

/** Of a bucket nobody asks where it is. */
export function GroupContact({ doc }: { doc: RecordDoc }) {
  const isThere = sets.some(({ set }) => (doc.sets[set] ?? []).length > 0);
  if (doc.kind === 'bucket' && !isThere) return null;
  const { domains } = organisationTraits(doc);
  return (
    <ContactSets doc={doc} sets={sets}>
      {domains.length > 0 && (
        <Text size="sm" className="dim" dir="auto" mt={4}>
          {t`Domains: ${commaWords(domains)}`}
        </Text>
      )}
    </ContactSets>
  );
}
