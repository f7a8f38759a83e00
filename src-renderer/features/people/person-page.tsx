// One person: who they are, how to reach them, their roles, what happened with them.

import { Alert, Button, Group, Loader, Menu, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconDots } from '@tabler/icons-react';
import { useEffect } from 'react';

import { go, personPath } from '../../app/router.ts';
import type { RecordPageProps } from '../../app/routes.tsx';
import { useCommand } from '../../app/use-command.tsx';
import { useRecord } from '../../data/use-records.ts';
import { AfterPaint } from '../../ui/after-paint.tsx';
import { ConfirmErase } from '../../ui/confirm-erase.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Conflicts } from './conflicts.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { PhotoButton } from './photo-button.tsx';
import { PrivateNotice } from './private-notice.tsx';
import { PersonFacts } from './person-facts.tsx';
import { MergedHere } from './merged-here.tsx';
import { Roles } from './roles.tsx';
import { Timeline } from './timeline.tsx';
import { NoteEditor } from './note-editor.tsx';
import { useRoleLines } from './use-role-lines.ts';
import { useKeeper } from '../../data/use-merged.ts';
import { PersonTags } from './person-tags.tsx';

export function PersonPage({ id, listening, files }: RecordPageProps) {
  const doc = useRecord('people', id);
  const run = useCommand();
  const keeperId = useKeeper(doc);
  useEffect(() => {
    if (keeperId !== undefined) location.replace(`#${personPath(keeperId)}`);
  }, [keeperId]);
  const roleLine = useRoleLines([id]).get(id);
  const [isMerging, merging] = useDisclosure(false);
  const [isErasing, erasing] = useDisclosure(false);
  const back = (
    <Button
      component="a"
      href="#/people"
      variant="subtle"
      color="gray"
      px={8}
      aria-label="Back to People"
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
      <Page title="Nobody here" before={back}>
        <EmptyState
          title="This person is not here"
          text="They were erased, or this address is of another book."
        />
      </Page>
    );
  }
  const ref = { collection: 'people' as const, id };
  const keeper = doc.fields['mergedInto'];
  const actions = (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={16} />}>
          Actions
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={merging.open}>Merge with another person</Menu.Item>
        {doc.status === 'live' && (
          <Menu.Item
            color="red"
            onClick={() =>
              void run({ type: 'trash', refs: [ref] }).then(
                (done) => done !== undefined && go('/people'),
              )
            }
          >
            Move to trash
          </Menu.Item>
        )}
        <Menu.Item color="red" onClick={erasing.open}>
          Erase for good
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <Page
      title={doc.name || 'No name'}
      actions={actions}
      before={
        <>
          {back}
          <PhotoButton doc={doc} />
        </>
      }
    >
      {roleLine !== undefined && roleLine.text !== '' && (
        <Text className="dim" mt={-10} dir="auto">
          {roleLine.text}
        </Text>
      )}
      {doc.status === 'trashed' && (
        <Alert color="yellow" title="In the trash">
          <Group>
            <Text size="sm">This person goes for good thirty days after being moved here.</Text>
            <Button size="xs" onClick={() => void run({ type: 'restore', refs: [ref] })}>
              Restore
            </Button>
          </Group>
        </Alert>
      )}
      {doc.status === 'merged' && typeof keeper === 'string' && (
        <Alert title="Merged into another person">
          <Group>
            <Button size="xs" component="a" href={`#${personPath(keeper)}`}>
              Open the person who stayed
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => void run({ type: 'unmerge', gone: id })}
            >
              Take apart again
            </Button>
          </Group>
        </Alert>
      )}
      {doc.scope === 'private' && <PrivateNotice id={id} />}
      <Conflicts doc={doc} />
      <div className="person-columns">
        <Stack gap="lg">
          <PersonFacts doc={doc} />
          <PersonTags doc={doc} />
          {files(doc)}
        </Stack>
        <Stack gap="lg">
          <Roles person={doc} />
          <AfterPaint height={178}>
            <NoteEditor doc={doc} />
          </AfterPaint>
          {listening(doc)}
          <Timeline person={doc} />
          <MergedHere person={doc} />
        </Stack>
      </div>
      {isMerging && <MergeDialog keep={doc} onClose={merging.close} />}
      {isErasing && (
        <ConfirmErase
          what={doc.name || 'this person'}
          onClose={erasing.close}
          onErase={() =>
            void run({ type: 'erase', refs: [ref] }).then(
              (done) => done !== undefined && go('/people'),
            )
          }
        />
      )}
    </Page>
  );
}
