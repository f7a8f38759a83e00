// Names, addresses and dates of a person, each editable where it stands.

import { SimpleGrid } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { textOf } from '../../../data/text-of.ts';
import { FieldEdit } from '../../../fields/field-edit.tsx';
import { SetEditor } from '../../../fields/set-editor.tsx';
import { Section } from '../../../ui/section.tsx';
import { ShowMore } from '../../../ui/show-more.tsx';

const mainFields = [
  ['given', 'Given name'],
  ['family', 'Family name'],
  ['nickname', 'Nickname'],
  ['birthday', 'Birthday'],
] as const;
const moreFields = [
  ['prefix', 'Title before the name'],
  ['middle', 'Middle name'],
  ['suffix', 'Suffix'],
  ['fullName', 'Whole name as written'],
  ['phoneticGiven', 'Given name, as spoken'],
  ['phoneticFamily', 'Family name, as spoken'],
  ['maidenName', 'Birth name'],
  ['pronouns', 'Pronouns'],
  ['gender', 'Gender'],
  ['language', 'Language'],
] as const;

const sets = [
  { set: 'emails', name: 'E-mail', labels: ['work', 'home', 'other'], type: 'email' },
  { set: 'phones', name: 'Phone', labels: ['mobile', 'work', 'home', 'fax', 'other'], type: 'tel' },
  { set: 'addresses', name: 'Address', labels: ['work', 'home', 'other'] },
  { set: 'links', name: 'Link', labels: ['website', 'profile', 'blog', 'other'], type: 'url' },
  { set: 'handles', name: 'Handle', labels: ['mastodon', 'bluesky', 'linkedin', 'x', 'other'] },
  { set: 'dates', name: 'Date', labels: ['anniversary', 'other'] },
  {
    set: 'relations',
    name: 'Relation',
    labels: ['spouse', 'child', 'assistant', 'manager', 'friend'],
    isQuiet: true,
  },
  { set: 'custom', name: 'Other detail', labels: [], isQuiet: true },
] as const;

export function PersonFacts({ doc }: { doc: RecordDoc }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = [
    ...mainFields,
    ...moreFields.filter(([field]) => showsAll || textOf(doc, field) !== ''),
  ];
  return (
    <>
      <Section
        title="Name"
        action={<ShowMore isOpen={showsAll} onToggle={() => setShowsAll(!showsAll)} />}
      >
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          {shown.map(([field, label]) => (
            <FieldEdit
              key={field}
              doc={doc}
              field={field}
              label={label}
              {...(field === 'birthday' ? { placeholder: 'YYYY-MM-DD' } : {})}
            />
          ))}
        </SimpleGrid>
      </Section>
      <Section title="Contact">
        {sets.map((one) => (
          <SetEditor key={one.set} doc={doc} {...one} />
        ))}
      </Section>
    </>
  );
}
