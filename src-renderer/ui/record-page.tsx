// The page of one record: its name and what can be done with it as a whole. Says so while
// it is on the way, when it is gone or taken back, when it lies in the trash, and where two people
// changed the same value.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Alert, Button, Group, Loader, Menu, Text } from '@mantine/core';
import { IconArrowLeft, IconDots } from '@tabler/icons-react';
import { type ComponentType, type MouseEvent, type ReactNode, useState } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { FirstAnswers } from '../data/first-answers.tsx';
import { refOf } from '../data/ref-of.ts';
import { useCommand } from '../data/use-command.tsx';
import { useTellingWhere } from '../data/team-net.tsx';
import { ActionButtons, ActionItems, useActions } from './actions.tsx';
import { EmptyState } from './empty-state.tsx';
import { OpenConflicts } from './open-conflicts.tsx';
import { walkHere } from './list-walk.ts';
import { nameOrNone } from './name-or-none.ts';
import { NextPrevious } from './next-previous.tsx';
import { Page } from './page.tsx';
import { isPlain } from './plain-click.ts';
import { PrivateNotice } from './private-notice.tsx';
import { backAction, type OpenDialog, type RecordContext } from './record-actions.tsx';
import { cameFrom, returnTo } from './router.ts';
import { Tops, useRecordActions } from './sections.tsx';
import { TakenBack } from './taken-back.tsx';

const backActions = [backAction];

type List = { path: string; name: string };

type Props = {
  /** Undefined while it is on the way, null where there is none. */
  doc: RecordDoc | null | undefined;
  /** The page that lists records of its kind. */
  list: List;
  gone: { title: string; text: string };
  /** Stands before its name. */
  Mark?: ComponentType<{ doc: RecordDoc }>;
  children: (doc: RecordDoc) => ReactNode;
};

export function RecordPage({ doc, list: usual, gone, ...rest }: Props) {
  // The list that led here, where one did.
  const [list] = useState(() => walkHere() ?? usual);
  if (doc === undefined)
    return (
      <Page title="" before={<Back to={list} />}>
        <Loader size="sm" m="xl" aria-label={t`Loading`} />
      </Page>
    );
  if (doc === null || doc.status === 'erased')
    return (
      <Page title={gone.title} before={<Back to={list} />}>
        <EmptyState {...gone} />
      </Page>
    );
  if (doc.status === 'undone')
    return <TakenBack doc={doc} before={<Back to={list} />} back={() => returnTo(list.path)} />;
  return <Shown doc={doc} list={list} usual={usual} {...rest} />;
}

type ShownProps = Omit<Props, 'doc' | 'gone'> & { doc: RecordDoc; usual: List };

function Shown({ doc, list, usual, Mark, children }: ShownProps) {
  const actions = useRecordActions(doc.kind);
  const run = useCommand();
  const [dialog, setDialog] = useState<{ Dialog: OpenDialog }>();
  const context: RecordContext = {
    doc,
    run,
    open: (Dialog) => setDialog({ Dialog }),
    back: () => returnTo(list.path),
    leaveBy: (command) =>
      void run(command).then((done) => done !== undefined && returnTo(list.path)),
  };
  useActions(actions, context);
  useActions(backActions, context);
  useTellingWhere(doc, `${usual.path}/${doc.id}`);
  return (
    <Page
      title={nameOrNone(doc)}
      before={
        <>
          <Back to={list} />
          {Mark !== undefined && <Mark doc={doc} />}
        </>
      }
      actions={
        <>
          <NextPrevious id={doc.id} />
          <ActionButtons
            actions={actions.filter(({ isButton }) => isButton === true)}
            context={context}
            size="sm"
          />
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconDots size={16} />}>
                <Trans>Actions</Trans>
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <ActionItems
                actions={actions.filter(({ isButton }) => isButton !== true)}
                context={context}
              />
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <FirstAnswers>
        {doc.status === 'trashed' && <InTrash doc={doc} />}
        <OpenConflicts doc={doc} />
        {doc.scope === 'private' && <PrivateNotice doc={doc} />}
        <Tops doc={doc} />
        {children(doc)}
      </FirstAnswers>
      {dialog !== undefined && (
        <dialog.Dialog context={context} onClose={() => setDialog(undefined)} />
      )}
    </Page>
  );
}

function Back({ to }: { to: List }) {
  return (
    <Button
      component="a"
      href={`#${to.path}`}
      onClick={(event: MouseEvent) => {
        if (!isPlain(event) || !cameFrom(to.path)) return;
        event.preventDefault();
        returnTo(to.path);
      }}
      variant="subtle"
      color="gray"
      px={8}
      className="to-list"
      aria-label={t`Back to ${to.name}`}
    >
      <IconArrowLeft size={18} className="points" />
    </Button>
  );
}

function InTrash({ doc }: { doc: RecordDoc }) {
  const run = useCommand();
  return (
    <Alert color="yellow" title={t`In the trash`}>
      <Group>
        <Text size="sm">
          <Trans>This goes for good after thirty days on which this laptop is used.</Trans>
        </Text>
        <Button size="xs" onClick={() => void run({ type: 'restore', refs: [refOf(doc)] })}>
          <Trans>Restore</Trans>
        </Button>
      </Group>
    </Alert>
  );
}
