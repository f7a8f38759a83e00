// Puts a backup in the book's place, once it is said what that does: one of the profile's, or a
// file from elsewhere. Asks for a passphrase where the backup takes one.

import { Trans } from '@lingui/react/macro';
import { plural, t } from '@lingui/core/macro';
import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import { asideDays } from '../../src-shared/bridge/erase-types.ts';
import type { BackupInfo } from '../../src-shared/bridge/host-types.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import { handOver } from '../data/files.ts';
import { useHost } from '../data/host-context.tsx';
import { showFailure } from '../data/use-command.tsx';
import type { HostConnection } from '../host/connection.ts';
import { errorWords } from '../words/host-words.ts';
import { Dialog } from './dialog.tsx';
import { useDates } from './when.tsx';

type Props = {
  backup: BackupInfo | File;
  /** How many people the present book has, where that is known. */
  people?: number | undefined;
  /** Called before each try: after one that works the page is loaded again. */
  onTry?: () => void;
  onFailed?: () => void;
  onClose: () => void;
};

export function RestoreDialog({ backup, people, onTry, onFailed, onClose }: Props) {
  const { host, condition } = useHost();
  const isSealed = 'sealed' in backup && backup.sealed;
  const [secret, setSecret] = useState('');
  const [wrong, setWrong] = useState('');
  const [isAsked, setAsked] = useState(isSealed);
  const [isBusy, setBusy] = useState(false);
  const restore = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    onTry?.();
    const restored = await restoreFrom(host, backup, isAsked ? { passphrase: secret } : {});
    setBusy(false);
    if (restored.ok) return onClose();
    onFailed?.();
    if (restored.error.code !== 'wrong-passphrase') return showFailure(errorWords(restored.error));
    if (isAsked) setWrong(errorWords(restored.error));
    // Its book was locked when it was made, and its key is not the one in the profile.
    setAsked(true);
  };
  return (
    <Dialog onClose={onClose} title={t`Restore this backup?`}>
      <form onSubmit={(event) => void restore(event)}>
        <WhatItDoes backup={backup} />
        {people !== undefined && (
          <Text size="sm" mt="xs" fw={600}>
            {plural(people, {
              one: 'Your book of today, with # person, is put aside.',
              other: 'Your book of today, with # people, is put aside.',
            })}
          </Text>
        )}
        {condition.state === 'no-key' && (
          <Text size="sm" mt="xs">
            <Trans>It opens without a passphrase then, until you set one in the settings.</Trans>
          </Text>
        )}
        {isAsked && (
          <PasswordInput
            mt="sm"
            label={isSealed ? t`Passphrase of the backup` : t`Passphrase or recovery words of then`}
            value={secret}
            error={wrong}
            autoComplete="current-password"
            autoFocus
            data-autofocus
            onChange={(event) => {
              setSecret(event.currentTarget.value);
              setWrong('');
            }}
          />
        )}
        <Group justify="end" mt="md">
          <Button variant="default" onClick={onClose} data-autofocus={isSealed ? undefined : true}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={isBusy} disabled={isAsked && secret === ''}>
            <Trans>Restore</Trans>
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function WhatItDoes({ backup }: Pick<Props, 'backup'>) {
  const { dateTime } = useDates();
  const { name } = backup;
  return (
    <Text size="sm">
      {'at' in backup ? (
        <Trans>
          The book becomes what it was on {dateTime(backup.at)}. The present one is not deleted: it
          is kept in the profile folder under “aside”, for {asideDays} days on which this laptop is
          used. What was erased for good since then is in it again.
        </Trans>
      ) : (
        <Trans>
          The book becomes what is in <bdi>{name}</bdi>. The present one is not deleted: it is kept
          in the profile folder under “aside”, for {asideDays} days on which this laptop is used.
          What was erased for good since the backup was made is in it again.
        </Trans>
      )}
    </Text>
  );
}

/** A file is handed over for each try: the host keeps nothing of one that did not open. */
async function restoreFrom(
  host: HostConnection,
  backup: Props['backup'],
  how: { passphrase?: string },
): Promise<Result<null>> {
  if ('at' in backup) return host.request('backup.restore', { name: backup.name, ...how });
  const file = await handOver(host, backup);
  return file.ok ? host.request('backup.restoreFile', { file: file.value, ...how }) : file;
}
