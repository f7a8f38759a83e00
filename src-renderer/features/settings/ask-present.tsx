// Asks for what opens the book now, before another passphrase takes its place.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Button, Group, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import { useHost } from '../../data/host-context.tsx';
import { errorWords } from '../../words/host-words.ts';

type Props = { onClose: () => void; onKnown: (secret: string) => void };

export function AskPresent({ onClose, onKnown }: Props) {
  const { host } = useHost();
  const [secret, setSecret] = useState('');
  const [wrong, setWrong] = useState('');
  const [isBusy, setBusy] = useState(false);
  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const known = await host.request('lock.try', { secret });
    setBusy(false);
    if (known.ok) onKnown(secret);
    else setWrong(errorWords(known.error));
  };
  return (
    <form onSubmit={(event) => void ask(event)}>
      <PasswordInput
        label={t`Present passphrase or recovery words`}
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
        <Button type="submit" loading={isBusy} disabled={secret === ''}>
          <Trans>Next</Trans>
        </Button>
      </Group>
    </form>
  );
}
