// Names, addresses and dates of a person, each editable where it stands. Which fields
// there are is what the person's declaration says.

import { msg, t } from '@lingui/core/macro';
import { SimpleGrid } from '@mantine/core';
import { useState } from 'react';

import { person } from '../../../../src-shared/domain/person.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { AnyField } from '../../../../src-shared/fields/field.ts';
import { textOf } from '../../../data/text-of.ts';
import { FieldEdit } from '../../../fields/field-edit.tsx';
import { SetEditor } from '../../../fields/set-editor.tsx';
import { Section } from '../../../ui/section.tsx';
import { ShowMore } from '../../../ui/show-more.tsx';

const declared = Object.entries<AnyField>(person.fields);
const placed = declared.filter(([, { hidden, place }]) => hidden !== true && place !== 'elsewhere');
const firstFields = placed.filter(([, { place }]) => place === 'first').map(([field]) => field);
const moreFields = placed.map(([field]) => field).filter((field) => !firstFields.includes(field));

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

export function PersonFacts({ doc }: { doc: RecordDoc }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = [
    ...firstFields,
    ...moreFields.filter((field) => showsAll || textOf(doc, field) !== ''),
  ];
  return (
    <>
      <Section
        title={t`Name`}
        action={<ShowMore isOpen={showsAll} onToggle={() => setShowsAll(!showsAll)} />}
      >
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          {shown.map((field) => (
            <FieldEdit
              key={field}
              doc={doc}
              field={field}
              {...(person.fields[field as 'birthday']?.type === 'day'
                ? { placeholder: t`YYYY-MM-DD` }
                : {})}
            />
          ))}
        </SimpleGrid>
      </Section>
      <Section title={t`Contact`}>
        {sets.map((one) => (
          <SetEditor key={one.set} doc={doc} {...one} />
        ))}
      </Section>
    </>
  );
}
