// Backups: made daily on their own, by hand when wanted, and the way back.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Button, Group, PasswordInput, Table, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';

import type { BackupInfo } from '../../../src-shared/bridge/host-types.ts';
import { showFailure } from '../../data/use-command.tsx';
import { errorWords } from '../../words/host-words.ts';
import { useHost } from '../../data/host-context.tsx';
import { announce } from '../../data/announce.ts';
import { RestoreDialog } from '../../ui/restore-dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { useDates } from '../../ui/when.tsx';

export function Backups() {
  const { host } = useHost();
  const [backups, setBackups] = useState<BackupInfo[]>();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
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
    setAgain('');
    announce(t`Backup made`);
    await look();
  };
  return (
    <Section title={t`Backups`}>
      <Text size="sm" mb="sm">
        <Trans>
          One is made every day and kept for two weeks, with the attached files that are on this
          laptop. What is known of your team and the settings are not in it. A backup with a
          passphrase is one file with everything in it, which nobody can read who does not know the
          passphrase, you included. One without needs the folder “backups” for its attached files.
        </Trans>
      </Text>
      <Group align="end" mb="sm">
        <PasswordInput
          label={t`Passphrase (optional)`}
          w={260}
          value={passphrase}
          autoComplete="new-password"
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        {passphrase !== '' && (
          <PasswordInput
            label={t`Once more`}
            w={260}
            value={again}
            error={again !== '' && again !== passphrase}
            autoComplete="new-password"
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
        )}
        <Button
          id="make-backup"
          variant="default"
          loading={isBusy}
          disabled={passphrase !== '' && again !== passphrase}
          onClick={() => void make()}
        >
          <Trans>Make a backup now</Trans>
        </Button>
      </Group>
      {backups?.length === 0 && (
        <Text size="sm" className="dim">
          <Trans>There is no backup yet.</Trans>
        </Text>
      )}
      {backups !== undefined && backups.length > 0 && (
        <BackupTable backups={backups} onRestore={setRestoring} />
      )}
      {restoring !== undefined && (
        <RestoreDialog backup={restoring} onClose={() => setRestoring(undefined)} />
      )}
    </Section>
  );
}

function BackupTable({
  backups,
  onRestore,
}: {
  backups: readonly BackupInfo[];
  onRestore: (backup: BackupInfo) => void;
}) {
  const { dateTime } = useDates();
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>
            <Trans>Made</Trans>
          </Table.Th>
          <Table.Th>
            <Trans>Kind</Trans>
          </Table.Th>
          <Table.Th>
            <Trans>Size</Trans>
          </Table.Th>
          <Table.Th>
            <Trans>Attached files</Trans>
          </Table.Th>
          <Table.Th>
            <Trans>Restore</Trans>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {backups.map((backup) => (
          <Table.Tr key={backup.name}>
            <Table.Td>{dateTime(backup.at)}</Table.Td>
            <Table.Td>{kindWords(backup)}</Table.Td>
            <Table.Td>
              <Trans>{megabytes(backup.size)} MB</Trans>
            </Table.Td>
            <Table.Td>{backup.files}</Table.Td>
            <Table.Td>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t`Restore the backup of ${dateTime(backup.at)}`}
                onClick={() => onRestore(backup)}
              >
                <Trans>Restore</Trans>
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);

function kindWords({ kind, sealed }: BackupInfo): string {
  if (kind === 'daily') return sealed ? t`Daily, sealed` : t`Daily`;
  return sealed ? t`By hand, sealed` : t`By hand`;
}
