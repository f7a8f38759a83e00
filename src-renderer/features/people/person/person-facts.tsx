// Names, addresses and dates of a person, each editable where it stands.

import { SimpleGrid } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { Provenance } from '../../../ui/provenance.tsx';
import { Section } from '../../../ui/section.tsx';
import { ShowMore } from '../../../ui/show-more.tsx';
import { TextEdit } from '../../../ui/text-edit.tsx';
import { SetEditor } from '../values/set-editor.tsx';
import { textOf } from '../list/use-role-lines.ts';

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
            <FieldEdit key={field} doc={doc} field={field} label={label} />
          ))}
        </SimpleGrid>
      </Section>
      <Section title="Contact">
        <SetEditor
          doc={doc}
          set="emails"
          name="E-mail"
          labels={['work', 'home', 'other']}
          type="email"
        />
        <SetEditor
          doc={doc}
          set="phones"
          name="Phone"
          labels={['mobile', 'work', 'home', 'fax', 'other']}
          type="tel"
        />
        <SetEditor doc={doc} set="addresses" name="Address" labels={['work', 'home', 'other']} />
        <SetEditor
          doc={doc}
          set="links"
          name="Link"
          labels={['website', 'profile', 'blog', 'other']}
          type="url"
        />
        <SetEditor
          doc={doc}
          set="handles"
          name="Handle"
          labels={['mastodon', 'bluesky', 'linkedin', 'x', 'other']}
        />
        <SetEditor doc={doc} set="dates" name="Date" labels={['anniversary', 'other']} />
        <SetEditor
          doc={doc}
          set="relations"
          name="Relation"
          labels={['spouse', 'child', 'assistant', 'manager', 'friend']}
          isQuiet
        />
        <SetEditor doc={doc} set="custom" name="Other detail" labels={[]} isQuiet />
      </Section>
    </>
  );
}

function FieldEdit({ doc, field, label }: { doc: RecordDoc; field: string; label: string }) {
  const run = useCommand();
  const save = async (value: string): Promise<boolean> => {
    const ref = { collection: 'people' as const, id: doc.id };
    const change = { type: 'field' as const, ref, field, value: value === '' ? null : value };
    return (await run({ type: 'edit', changes: [change] })) !== undefined;
  };
  // Around an empty field, too: it must stay the same field while its first value is saved.
  return (
    <Provenance doc={doc} what={field} isKnown={textOf(doc, field) !== ''}>
      <div>
        <TextEdit
          label={label}
          value={textOf(doc, field)}
          onSave={save}
          {...(field === 'birthday' ? { placeholder: 'YYYY-MM-DD' } : {})}
        />
      </div>
    </Provenance>
  );
}
