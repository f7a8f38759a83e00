// Backups: made daily by themselves, by hand when wanted, and the way back.

import { Button, Group, Modal, PasswordInput, Table, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';

import type { BackupInfo } from '../../../src-shared/bridge/host-types.ts';
import { showFailure } from '../../data/use-command.tsx';
import { errorWords } from '../../words/host-words.ts';
import { useHost } from '../../data/host-context.tsx';
import { announce } from '../../data/announce.ts';
import { Section } from '../../ui/section.tsx';
import { useDates } from '../../ui/when.tsx';

export function Backups() {
  const { host } = useHost();
  const { dateTime } = useDates();
  const [backups, setBackups] = useState<BackupInfo[]>();
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [restoring, setRestoring] = useState<BackupInfo>();
  const look = useCallback(async () => {
    const listed = await host.request('backup.list', {});
    if (listed.ok) setBackups(listed.value);
  }, [host]);
  useEffect(() => void look(), [look]);

  const make = async (): Promise<void> => {
    setBusy(true);
    const made = await host.request('backup.make', passphrase === '' ? {} : { passphrase });
    setBusy(false);
    if (!made.ok) return showFailure(errorWords(made.error));
    setPassphrase('');
    announce('Backup made');
    await look();
  };
  return (
    <Section title="Backups">
      <Text size="sm" mb="sm">
        One is made every day and kept for two weeks. A backup with a passphrase can be read by
        nobody who does not know it, you included.
      </Text>
      <Group align="end" mb="sm">
        <PasswordInput
          label="Passphrase (optional)"
          w={260}
          value={passphrase}
          autoComplete="new-password"
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Button variant="default" loading={isBusy} onClick={() => void make()}>
          Make a backup now
        </Button>
      </Group>
      {backups?.length === 0 && (
        <Text size="sm" className="dim">
          There is no backup yet.
        </Text>
      )}
      {backups !== undefined && backups.length > 0 && (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Made</Table.Th>
              <Table.Th>Kind</Table.Th>
              <Table.Th>Size</Table.Th>
              <Table.Th>Restore</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {backups.map((backup) => (
              <Table.Tr key={backup.name}>
                <Table.Td>{dateTime(backup.at)}</Table.Td>
                <Table.Td>{`${backup.kind === 'daily' ? 'Daily' : 'By hand'}${backup.sealed ? ', sealed' : ''}`}</Table.Td>
                <Table.Td>{(backup.size / 1_048_576).toFixed(1)} MB</Table.Td>
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Restore the backup of ${dateTime(backup.at)}`}
                    onClick={() => setRestoring(backup)}
                  >
                    Restore
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {restoring !== undefined && (
        <RestoreDialog backup={restoring} onClose={() => setRestoring(undefined)} />
      )}
    </Section>
  );
}

function RestoreDialog({ backup, onClose }: { backup: BackupInfo; onClose: () => void }) {
  const { host } = useHost();
  const { dateTime } = useDates();
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setBusy] = useState(false);
  const restore = async (): Promise<void> => {
    setBusy(true);
    const restored = await host.request('backup.restore', {
      name: backup.name,
      ...(backup.sealed ? { passphrase } : {}),
    });
    setBusy(false);
    if (restored.ok) onClose();
    else showFailure(errorWords(restored.error));
  };
  return (
    <Modal opened onClose={onClose} title="Restore this backup?">
      <Text size="sm">
        The book becomes what it was on {dateTime(backup.at)}. The present one is not deleted: it is
        kept in the profile folder under “aside”.
      </Text>
      {backup.sealed && (
        <PasswordInput
          mt="sm"
          label="Passphrase"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
      )}
      <Group justify="end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button loading={isBusy} onClick={() => void restore()}>
          Restore
        </Button>
      </Group>
    </Modal>
  );
}
