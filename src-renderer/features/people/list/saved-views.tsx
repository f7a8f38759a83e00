// The saved views above the list: open one, save what is shown by a name, keep changes,
// rename, delete. Each is one step that can be undone.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Menu, Stack, TextInput } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { Ref } from '../../../../src-shared/records/command.ts';
import { create, edit, setField, setFields } from '../../../../src-shared/records/intents/edits.ts';
import { fieldsOfView } from '../../../../src-shared/query/saved.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { savedViews } from '../../../data/queries/setup.ts';
import { useRecords } from '../../../data/use-records.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import type { PeopleView } from './use-people-view.ts';

const mostViews = 200;

const refOf = ({ id }: RecordDoc): Ref => ({ collection: 'setup', id });
/** Those of a version that says nothing of what they are about are shown too, as not understood. */
const isOfPeople = ({ fields }: RecordDoc): boolean => (fields['of'] ?? 'people') === 'people';

export function SavedViews({ people }: { people: PeopleView }) {
  const run = useCommand();
  const views = (useRecords(savedViews(mostViews)) ?? []).filter(isOfPeople);
  const [naming, setNaming] = useState<'new' | 'rename'>();
  const { view, saved, isChanged, isStrange, open } = people;
  if (views.length === 0 && !isChanged) return null;
  const save = async (name: string): Promise<void> => {
    setNaming(undefined);
    if (naming === 'rename' && saved !== undefined) {
      return void (await run(edit(setField(refOf(saved), 'name', name))));
    }
    const fields = { ...fieldsOfView(view), name };
    const done = await run(create({ kind: 'view', fields }));
    if (done?.ids[0] !== undefined) open(done.ids[0]);
  };
  const update = (of: RecordDoc): void => {
    const changes = setFields(refOf(of), fieldsOfView(view));
    void run(edit(...changes)).then((done) => done !== undefined && open(of.id));
  };
  const remove = (of: RecordDoc): void =>
    void run({ type: 'trash', refs: [refOf(of)] }).then((done) => done && open(undefined));
  return (
    <Group gap={6} role="group" aria-label={t`Saved views`}>
      {views.length > 0 && (
        <ViewButton isOpen={saved === undefined} onOpen={() => open(undefined)}>
          <Trans>Everybody</Trans>
        </ViewButton>
      )}
      {views.map((doc) => (
        <ViewButton key={doc.id} isOpen={saved?.id === doc.id} onOpen={() => open(doc.id)}>
          <bdi>{nameOrNone(doc)}</bdi>
        </ViewButton>
      ))}
      {saved !== undefined && (
        <ViewMenu onRename={() => setNaming('rename')} onDelete={() => remove(saved)} />
      )}
      {isChanged && saved !== undefined && !isStrange && (
        <Button size="compact-sm" variant="default" onClick={() => update(saved)}>
          <Trans>Save changes</Trans>
        </Button>
      )}
      {isChanged && (
        <Button size="compact-sm" variant="default" onClick={() => setNaming('new')}>
          <Trans>Save view</Trans>
        </Button>
      )}
      {naming !== undefined && (
        <NameView
          before={naming === 'rename' ? (saved?.name ?? '') : ''}
          onSave={(name) => void save(name)}
          onClose={() => setNaming(undefined)}
        />
      )}
    </Group>
  );
}

/** A long name is read whole, with what hangs below its last line. */
const wrapped = {
  whiteSpace: 'normal',
  overflowWrap: 'anywhere',
  textAlign: 'start',
  lineHeight: 1.4,
} as const;

type ViewButtonProps = { isOpen: boolean; onOpen: () => void; children: ReactNode };

const ViewButton = ({ isOpen, onOpen, children }: ViewButtonProps) => (
  <Button
    size="compact-sm"
    variant={isOpen ? 'light' : 'subtle'}
    aria-current={isOpen ? 'true' : undefined}
    h="auto"
    mih={26}
    styles={{ label: wrapped }}
    {...(isOpen ? {} : { color: 'gray' })}
    onClick={onOpen}
  >
    {children}
  </Button>
);

const ViewMenu = ({ onRename, onDelete }: { onRename: () => void; onDelete: () => void }) => (
  <Menu position="bottom-start">
    <Menu.Target>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t`This view`}>
        <IconDots size={16} />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item onClick={onRename}>
        <Trans>Rename</Trans>
      </Menu.Item>
      <Menu.Item color="red" onClick={onDelete}>
        <Trans>Delete view</Trans>
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
);

type NameProps = { before: string; onSave: (name: string) => void; onClose: () => void };

function NameView({ before, onSave, onClose }: NameProps) {
  const [name, setName] = useState(before);
  const isBlank = name.trim() === '';
  return (
    <Dialog onClose={onClose} title={before === '' ? t`Save view` : t`Rename view`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBlank) onSave(name.trim());
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t`Name`}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <FormButtons submit={t`Save`} isDisabled={isBlank} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
