// Puts everybody who is ticked into a bucket, or into one that is made for them.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Menu, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';

import { create } from '../../../../src-shared/records/intents/edits.ts';
import { useHandBuckets } from '../../../data/use-buckets.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import { putAll, type TickedPeople } from './ticked-people.ts';

type Props = { context: TickedPeople };

export function AddToBucket({ context }: Props) {
  const buckets = useHandBuckets();
  const [isNaming, naming] = useDisclosure(false);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button size="xs" variant="default">
            <Trans>Add to bucket</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
          {(buckets ?? []).map((bucket) => (
            <Menu.Item key={bucket.id} onClick={() => putAll(context, 'buckets', [bucket.id])}>
              <bdi>{nameOrNone(bucket)}</bdi>
            </Menu.Item>
          ))}
          <Menu.Item onClick={naming.open}>
            <Trans>New bucket …</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isNaming && <NewBucket context={context} onClose={naming.close} />}
    </>
  );
}

function NewBucket({ context, onClose }: Props & { onClose: () => void }) {
  const run = useCommand();
  const [name, setName] = useState('');
  const isBlank = name.trim() === '';
  const make = async (): Promise<void> => {
    const made = await run(create({ kind: 'bucket', fields: { name: name.trim() } }), {
      quiet: true,
    });
    const [id] = made?.ids ?? [];
    if (id === undefined) return;
    onClose();
    putAll(context, 'buckets', [id]);
  };
  return (
    <Dialog onClose={onClose} title={t`New bucket with everybody selected`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBlank) void make();
        }}
      >
        <TextInput
          label={t`Name`}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <FormButtons submit={t`Add`} isDisabled={isBlank} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
