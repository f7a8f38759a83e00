// Takes the passphrase away: only by whoever knows it, and after they read what becomes of it.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Button, Group, Modal, PasswordInput, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import { announce } from '../../data/announce.ts';
import { useHost } from '../../data/host-context.tsx';
import { errorWords } from '../../words/host-words.ts';

export function RemoveLock({ onClose }: { onClose: () => void }) {
  const { host } = useHost();
  const [secret, setSecret] = useState('');
  const [wrong, setWrong] = useState('');
  const [isBusy, setBusy] = useState(false);
  const remove = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const removed = await host.request('lock.remove', { secret });
    setBusy(false);
    if (!removed.ok) return setWrong(errorWords(removed.error));
    announce(t`The book opens without a passphrase again`);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t`Remove the passphrase?`}>
      <form onSubmit={(event) => void remove(event)}>
        <Text size="sm" mb="sm">
          <Trans>
            The book stays encrypted, but its key will lie beside it again: whoever gets the whole
            profile folder can read it and its files. The recovery words on your paper no longer
            count; a new passphrase comes with new ones.
          </Trans>
        </Text>
        <PasswordInput
          label={t`Passphrase or recovery words`}
          value={secret}
          error={wrong}
          autoComplete="current-password"
          data-autofocus
          onChange={(event) => {
            setSecret(event.currentTarget.value);
            setWrong('');
          }}
        />
        <Group justify="end" mt="md">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" color="red" loading={isBusy} disabled={secret === ''}>
            <Trans>Remove the passphrase</Trans>
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
