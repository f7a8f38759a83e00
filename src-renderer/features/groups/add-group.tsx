// A new organisation, bucket or community.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import { create } from '../../../src-shared/records/intents/edits.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { go } from '../../ui/router.ts';
import { groupPath } from '../../kinds/group.tsx';
import { useCommand } from '../../data/use-command.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { type GroupKind, groupKinds } from './group-kinds.ts';

export function AddGroup({ kind, onClose }: { kind: GroupKind; onClose: () => void }) {
  const run = useCommand();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const add = async (): Promise<void> => {
    const fields = { name: name.trim(), description: description.trim() };
    const done = await run(create({ kind, fields }));
    const [id] = done?.ids ?? [];
    if (id === undefined) return;
    onClose();
    go(groupPath(id));
  };
  return (
    <Dialog onClose={onClose} title={i18n._(groupKinds[kind].add)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void add();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t`Name`}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label={t`Description`}
            autosize
            minRows={2}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <FormButtons submit={t`Add`} isDisabled={name.trim() === ''} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
