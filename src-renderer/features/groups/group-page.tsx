// One organisation, bucket or community: what it is, and its people.

import { Alert, Button, Group, Loader, Menu, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconDots } from '@tabler/icons-react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { go } from '../../app/router.ts';
import type { RecordPageProps } from '../../app/routes.tsx';
import { useCommand } from '../../app/use-command.tsx';
import { useRecord } from '../../data/use-records.ts';
import { ConfirmErase } from '../../ui/confirm-erase.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { TextEdit } from '../../ui/text-edit.tsx';
import { GroupMembers } from './group-members.tsx';
import { groupKinds, isGroupKind } from './group-kinds.ts';

export function GroupPage({ id, listening, files }: RecordPageProps) {
  const doc = useRecord('groups', id);
  const run = useCommand();
  const [isErasing, erasing] = useDisclosure(false);
  const back = (
    <Button
      component="a"
      href="#/groups"
      variant="subtle"
      color="gray"
      px={8}
      aria-label="Back to Groups"
    >
      <IconArrowLeft size={18} />
    </Button>
  );
  if (doc === undefined)
    return (
      <Page title="" before={back}>
        <Loader size="sm" m="xl" aria-label="Loading" />
      </Page>
    );
  if (doc === null || doc.status === 'erased') {
    return (
      <Page title="Nothing here" before={back}>
        <EmptyState
          title="This group is not here"
          text="It was erased, or this address is of another book."
        />
      </Page>
    );
  }
  const ref = { collection: 'groups' as const, id };
  const actions = (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={16} />}>
          Actions
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          color="red"
          onClick={() =>
            void run({ type: 'trash', refs: [ref] }).then(
              (done) => done !== undefined && go('/groups'),
            )
          }
        >
          Move to trash
        </Menu.Item>
        <Menu.Item color="red" onClick={erasing.open}>
          Erase for good
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <Page title={doc.name || 'No name'} before={back} actions={actions}>
      <Text className="dim" mt={-10}>
        {isGroupKind(doc.kind) ? groupKinds[doc.kind].one : doc.kind}
      </Text>
      {doc.status === 'trashed' && (
        <Alert color="yellow" title="In the trash">
          <Button size="xs" onClick={() => void run({ type: 'restore', refs: [ref] })}>
            Restore
          </Button>
        </Alert>
      )}
      <Group
        align="start"
        grow
        preventGrowOverflow={false}
        wrap="wrap"
        style={{ flex: 1, minHeight: 0 }}
      >
        <Stack gap="lg" miw={300} maw={520}>
          <Facts doc={doc} />
          {listening(doc)}
          {files(doc)}
        </Stack>
        <GroupMembers group={doc} />
      </Group>
      {isErasing && (
        <ConfirmErase
          what={doc.name}
          onClose={erasing.close}
          onErase={() =>
            void run({ type: 'erase', refs: [ref] }).then(
              (done) => done !== undefined && go('/groups'),
            )
          }
        />
      )}
    </Page>
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
