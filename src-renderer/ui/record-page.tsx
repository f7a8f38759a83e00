// The page of one record: its name and what can be done with it as a whole. Says so while
// it is on the way, when it is gone, and when it lies in the trash.

import { Alert, Button, Group, Loader, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { Command } from '../../src-shared/records/command.ts';
import { go } from './router.ts';
import { useCommand } from '../data/use-command.tsx';
import { ConfirmErase } from './confirm-erase.tsx';
import { EmptyState } from './empty-state.tsx';
import { Page } from './page.tsx';

type Props = {
  /** Undefined while it is on the way, null where there is none. */
  doc: RecordDoc | null | undefined;
  collection: 'people' | 'groups';
  /** The page that lists its like. */
  list: { path: string; name: string };
  gone: { title: string; text: string };
  /** Before its name. */
  mark?: (doc: RecordDoc) => ReactNode;
  /** What else can be done with it, as menu items. */
  actions?: ReactNode;
  children: (doc: RecordDoc) => ReactNode;
};

export function RecordPage({ doc, collection, list, gone, mark, actions, children }: Props) {
  const run = useCommand();
  const [isErasing, erasing] = useDisclosure(false);
  const back = (
    <Button
      component="a"
      href={`#${list.path}`}
      variant="subtle"
      color="gray"
      px={8}
      aria-label={`Back to ${list.name}`}
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
  if (doc === null || doc.status === 'erased')
    return (
      <Page title={gone.title} before={back}>
        <EmptyState {...gone} />
      </Page>
    );
  const refs = [{ collection, id: doc.id }];
  const leaveBy = (command: Command): void =>
    void run(command).then((done) => done !== undefined && go(list.path));
  return (
    <Page
      title={doc.name || 'No name'}
      before={
        <>
          {back}
          {mark?.(doc)}
        </>
      }
      actions={
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconDots size={16} />}>
              Actions
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {actions}
            {doc.status === 'live' && (
              <Menu.Item color="red" onClick={() => leaveBy({ type: 'trash', refs })}>
                Move to trash
              </Menu.Item>
            )}
            <Menu.Item color="red" onClick={erasing.open}>
              Erase for good
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      }
    >
      {doc.status === 'trashed' && (
        <Alert color="yellow" title="In the trash">
          <Group>
            <Text size="sm">This goes for good thirty days after being moved here.</Text>
            <Button size="xs" onClick={() => void run({ type: 'restore', refs })}>
              Restore
            </Button>
          </Group>
        </Alert>
      )}
      {children(doc)}
      {isErasing && (
        <ConfirmErase
          what={doc.name || 'this'}
          onClose={erasing.close}
          onErase={() => leaveBy({ type: 'erase', refs })}
        />
      )}
    </Page>
  );
}
