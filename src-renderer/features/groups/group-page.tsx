// One organisation, bucket or community: what it is, and its people.

import { Stack, Text } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { RecordPageProps } from '../../app/routes.tsx';
import { useCommand } from '../../data/use-command.tsx';
import { useRecord } from '../../data/use-records.ts';
import { RecordPage } from '../../ui/record-page.tsx';
import { Section } from '../../ui/section.tsx';
import { TextEdit } from '../../ui/text-edit.tsx';
import { GroupMembers } from './group-members.tsx';
import { groupKinds, isGroupKind } from './group-kinds.ts';

export function GroupPage({ id, listening, files }: RecordPageProps) {
  return (
    <RecordPage
      doc={useRecord('groups', id)}
      collection="groups"
      list={{ path: '/groups', name: 'Groups' }}
      gone={{
        title: 'Nothing here',
        text: 'This group was erased, or this address is of another book.',
      }}
    >
      {(doc) => (
        <>
          <Text className="dim" mt={-10}>
            {isGroupKind(doc.kind) ? groupKinds[doc.kind].title : doc.kind}
          </Text>
          <div className="group-columns">
            <Stack gap="lg">
              <Facts doc={doc} />
              {listening(doc)}
              {files(doc)}
            </Stack>
            <GroupMembers group={doc} />
          </div>
        </>
      )}
    </RecordPage>
  );
}

const fields = [
  ['name', 'Name'],
  ['description', 'Description'],
  ['industry', 'Industry'],
  ['topic', 'Topic'],
] as const;

function Facts({ doc }: { doc: RecordDoc }) {
  const run = useCommand();
  const shown = fields.filter(([field]) =>
    field === 'industry'
      ? doc.kind === 'organisation'
      : field === 'topic'
        ? doc.kind === 'community'
        : true,
  );
  const save = (field: string) => async (value: string) => {
    const change = {
      type: 'field' as const,
      ref: { collection: 'groups' as const, id: doc.id },
      field,
      value: value === '' ? null : value,
    };
    return (await run({ type: 'edit', changes: [change] })) !== undefined;
  };
  return (
    <Section title="About">
      <Stack gap="xs">
        {shown.map(([field, label]) => (
          <TextEdit
            key={field}
            label={label}
            value={typeof doc.fields[field] === 'string' ? doc.fields[field] : ''}
            onSave={save(field)}
          />
        ))}
      </Stack>
    </Section>
  );
}
