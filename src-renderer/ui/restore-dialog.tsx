// Puts a backup in the book's place, once it is said what that does. Asks for a passphrase where
// the backup takes one.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import { asideDays } from '../../src-shared/bridge/erase-types.ts';
import type { BackupInfo } from '../../src-shared/bridge/host-types.ts';
import { useHost } from '../data/host-context.tsx';
import { showFailure } from '../data/use-command.tsx';
import { errorWords } from '../words/host-words.ts';
import { Dialog } from './dialog.tsx';
import { useDates } from './when.tsx';

type Props = { backup: BackupInfo; onClose: () => void };

export function RestoreDialog({ backup, onClose }: Props) {
  const { host, condition } = useHost();
  const { dateTime } = useDates();
  const [secret, setSecret] = useState('');
  const [wrong, setWrong] = useState('');
  const [isAsked, setAsked] = useState(backup.sealed);
  const [isBusy, setBusy] = useState(false);
  const restore = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const restored = await host.request('backup.restore', {
      name: backup.name,
      ...(isAsked ? { passphrase: secret } : {}),
    });
    setBusy(false);
    if (restored.ok) return onClose();
    if (restored.error.code !== 'wrong-passphrase') return showFailure(errorWords(restored.error));
    if (isAsked) setWrong(errorWords(restored.error));
    // Its book was locked when it was made, and its key is not the one in the profile.
    setAsked(true);
  };
  return (
    <Dialog onClose={onClose} title={t`Restore this backup?`}>
      <form onSubmit={(event) => void restore(event)}>
        <Text size="sm">
          <Trans>
            The book becomes what it was on {dateTime(backup.at)}. The present one is not deleted:
            it is kept in the profile folder under “aside”, for {asideDays} days on which this
            laptop is used. What was erased for good since then is in it again.
          </Trans>
        </Text>
        {condition.state === 'no-key' && (
          <Text size="sm" mt="xs">
            <Trans>It opens without a passphrase then, until you set one in the settings.</Trans>
          </Text>
        )}
        {isAsked && (
          <PasswordInput
            mt="sm"
            label={
              backup.sealed ? t`Passphrase of the backup` : t`Passphrase or recovery words of then`
            }
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
          <Button
            variant="default"
            onClick={onClose}
            data-autofocus={backup.sealed ? undefined : true}
          >
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
