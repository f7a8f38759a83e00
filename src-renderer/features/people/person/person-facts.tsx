// Names, addresses and dates of a person, each editable where it stands. Which fields
// there are is what the person's declaration says.

import { msg, t } from '@lingui/core/macro';
import { SimpleGrid } from '@mantine/core';
import { useState } from 'react';

import type { JsonValue, RecordDoc } from '../../../../src-shared/domain/record.ts';
import { FieldEdit } from '../../../fields/field-edit.tsx';
import { placedFields } from '../../../fields/placed-fields.ts';
import { SetEditor } from '../../../fields/set-editor.tsx';
import { Section } from '../../../ui/section.tsx';
import { ShowMore } from '../../../ui/show-more.tsx';

const sets = [
  {
    set: 'emails',
    words: { add: msg`Add e-mail`, fresh: msg`New e-mail` },
    labels: ['work', 'home', 'other'],
    type: 'email',
  },
  {
    set: 'phones',
    words: { add: msg`Add phone`, fresh: msg`New phone` },
    labels: ['mobile', 'work', 'home', 'fax', 'other'],
    type: 'tel',
  },
  {
    set: 'addresses',
    words: { add: msg`Add address`, fresh: msg`New address` },
    labels: ['work', 'home', 'other'],
  },
  {
    set: 'links',
    words: { add: msg`Add link`, fresh: msg`New link` },
    labels: ['website', 'profile', 'blog', 'other'],
    type: 'url',
  },
  {
    set: 'handles',
    words: { add: msg`Add handle`, fresh: msg`New handle` },
    labels: ['mastodon', 'bluesky', 'linkedin', 'x', 'other'],
  },
  {
    set: 'dates',
    words: { add: msg`Add date`, fresh: msg`New date` },
    labels: ['anniversary', 'other'],
  },
  {
    set: 'relations',
    words: { add: msg`Add relation`, fresh: msg`New relation` },
    labels: ['spouse', 'child', 'assistant', 'manager', 'friend'],
    isQuiet: true,
  },
  {
    set: 'custom',
    words: { add: msg`Add other detail`, fresh: msg`New other detail` },
    labels: [],
    isQuiet: true,
  },
] as const;

const isFilled = (value: JsonValue | undefined): boolean => value !== undefined && value !== '';

export function PersonFacts({ doc }: { doc: RecordDoc }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = [
    ...placedFields('person', 'first'),
    ...placedFields('person', 'more').filter((field) => showsAll || isFilled(doc.fields[field])),
  ];
  return (
    <>
      <Section
        title={t`Name`}
        action={<ShowMore isOpen={showsAll} onToggle={() => setShowsAll(!showsAll)} />}
      >
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          {shown.map((field) => (
            <FieldEdit key={field} doc={doc} field={field} />
          ))}
        </SimpleGrid>
      </Section>
      <Section
        title={t`Contact`}
        isPrinted={sets.some(({ set }) => (doc.sets[set] ?? []).length > 0)}
      >
        {sets.map((one) => (
          <SetEditor key={one.set} doc={doc} {...one} />
        ))}
      </Section>
    </>
  );
}
