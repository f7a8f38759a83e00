// What the user must know wherever they are: the disk, the book, the host.

import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';

import type { BackupInfo } from '../../src-shared/bridge/host-types.ts';
import { useHost } from '../data/host-context.tsx';
import { showFailure } from '../data/use-command.tsx';
import { conditionWords, errorWords } from '../words/host-words.ts';

export function Banners() {
  const { condition, connection } = useHost();
  if (connection === 'refused') {
    return (
      <Alert color="red" radius={0} title="This address belongs to an earlier start">
        Rapport was started again since. Use the address it printed last, or start it once more.
      </Alert>
    );
  }
  if (connection === 'lost') {
    return (
      <Alert color="yellow" radius={0} title="Joining again …">
        {errorWords({ code: 'host-gone' })}
      </Alert>
    );
  }
  if (condition.state === 'ok') return null;
  return (
    <Alert
      color={condition.state === 'damaged' ? 'red' : 'yellow'}
      radius={0}
      title={titles[condition.state]}
    >
      <Text size="sm">{conditionWords(condition)}</Text>
      {condition.state === 'damaged' && (
        <>
          <RestoreChoice backups={condition.backups} />
          <StartAnew />
        </>
      )}
    </Alert>
  );
}

const titles = {
  full: 'The disk is full',
  'read-only': 'The disk cannot be written to',
  damaged: 'The book could not be opened',
  newer: 'This book is newer than this Rapport',
} as const;

function RestoreChoice({ backups }: { backups: BackupInfo[] }) {
  const { host } = useHost();
  const [isBusy, setBusy] = useState(false);
  const restore = async (name: string): Promise<void> => {
    setBusy(true);
    const restored = await host.request('backup.restore', { name });
    if (!restored.ok) showFailure(errorWords(restored.error));
    setBusy(false);
  };
  const open = backups.filter((backup) => !backup.sealed).slice(0, 3);
  if (open.length === 0)
    return (
      <Text size="sm">
        There is no backup in this profile. Copy one into its backups folder and start again.
      </Text>
    );
  return (
    <Group mt="xs">
      {open.map((backup, at) => (
        <Button
          key={backup.name}
          size="xs"
          loading={isBusy}
          variant={at === 0 ? 'filled' : 'default'}
          onClick={() => void restore(backup.name)}
        >
          Restore the backup of {new Date(backup.at).toLocaleString()}
        </Button>
      ))}
    </Group>
  );
}

/** The last resort, and said as such: nothing is deleted, and nothing is brought back. */
function StartAnew() {
  const { host, info } = useHost();
  const [isOpen, modal] = useDisclosure(false);
  const [isBusy, setBusy] = useState(false);
  const begin = async (): Promise<void> => {
    setBusy(true);
    const begun = await host.request('store.startAnew', {});
    setBusy(false);
    modal.close();
    if (!begun.ok) showFailure(errorWords(begun.error));
  };
  return (
    <Group mt="xs">
      <Button size="xs" variant="subtle" color="red" onClick={modal.open}>
        Start with an empty book
      </Button>
      <Modal opened={isOpen} onClose={modal.close} title="Start with an empty book?">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          The damaged file is kept, in the folder “aside” of {info?.profileDir ?? 'the profile'}, so
          that somebody can try to read it later. An empty book begins. If a backup can be restored,
          do that instead.
        </Text>
        <Group justify="end" mt="md">
          <Button variant="default" onClick={modal.close} data-autofocus>
            Cancel
          </Button>
          <Button color="red" loading={isBusy} onClick={() => void begin()}>
            Start empty
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}
