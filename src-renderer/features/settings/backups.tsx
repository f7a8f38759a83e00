// Backups: made daily on their own, by hand when wanted, and the way back.

import { Trans } from '@lingui/react/macro';
import { plural, t } from '@lingui/core/macro';
import { Alert, Button, FileButton, Group, PasswordInput, Table, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';

import type { BackupInfo } from '../../../src-shared/bridge/host-types.ts';
import { showFailure } from '../../data/use-command.tsx';
import { errorWords } from '../../words/host-words.ts';
import { useHost } from '../../data/host-context.tsx';
import type { View } from '../../../src-shared/query/view.ts';
import type { ChosenByView } from '../../data/chosen-people.ts';
import { useChosenCount } from '../../data/use-chosen-count.ts';
import { isInElectron, openFolder } from '../../host/electron-port.ts';
import { announce } from '../../data/announce.ts';
import { RestoreDialog } from '../../ui/restore-dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { useDates } from '../../ui/when.tsx';
import { useRestored } from './use-restored.ts';

const view: View = {
  of: 'people',
  conditions: { all: [] },
  sorts: [],
  groupBy: [],
  columns: [],
  layout: 'list',
};
const everybody: ChosenByView = { by: 'view', view, text: '', without: [] };

export function Backups() {
  const { host } = useHost();
  const [backups, setBackups] = useState<BackupInfo[]>();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [restoring, setRestoring] = useState<BackupInfo | File>();
  const restored = useRestored();
  const people = useChosenCount(everybody);
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
      <WhatIsKept />
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
      <FromElsewhere onFile={setRestoring} />
      <JustRestored was={restored.was} people={people} />
      {backups?.length === 0 && (
        <Text size="sm" className="dim">
          <Trans>There is no backup yet.</Trans>
        </Text>
      )}
      {backups !== undefined && backups.length > 0 && (
        <BackupTable backups={backups} onRestore={setRestoring} />
      )}
      {restoring !== undefined && (
        <RestoreDialog
          backup={restoring}
          people={people}
          onTry={() => restored.note(people ?? 0)}
          onFailed={restored.forget}
          onClose={() => setRestoring(undefined)}
        />
      )}
    </Section>
  );
}

const WhatIsKept = () => (
  <Text size="sm" mb="sm">
    <Trans>
      One is made every day and kept for two weeks, with the attached files that are on this laptop.
      What is known of your team and the settings are not in it. A backup with a passphrase is one
      file with everything in it, which nobody can read who does not know the passphrase, you
      included. One without needs the folder “backups” for its attached files.
    </Trans>
  </Text>
);

/** A file from a stick or another laptop, and where those of this one are. */
function FromElsewhere({ onFile }: { onFile: (file: File) => void }) {
  const { info } = useHost();
  const folder = info?.profileDir ?? '';
  return (
    <Group mb="sm">
      <FileButton onChange={(file) => file !== null && onFile(file)}>
        {(props) => (
          <Button {...props} variant="default">
            <Trans>Restore from a file …</Trans>
          </Button>
        )}
      </FileButton>
      {isInElectron() ? (
        <Button variant="default" onClick={openFolder}>
          <Trans>Open the folder</Trans>
        </Button>
      ) : (
        <Text size="sm" className="dim">
          <Trans>
            The backups are in “backups” in <bdi>{folder}</bdi>.
          </Trans>
        </Text>
      )}
    </Group>
  );
}

type Restored = { was: number | undefined; people: number | undefined };

function JustRestored({ was, people }: Restored) {
  if (was === undefined || people === undefined) return null;
  return (
    <Alert color="rapport" mb="sm" title={t`The backup is in place`} role="status">
      {plural(people, {
        one: 'The book has # person now.',
        other: 'The book has # people now.',
      })}{' '}
      {plural(was, {
        one: 'The one of before, with # person, is kept in the profile folder under “aside”.',
        other: 'The one of before, with # people, is kept in the profile folder under “aside”.',
      })}
    </Alert>
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
