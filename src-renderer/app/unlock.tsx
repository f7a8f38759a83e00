// Opens a locked book. The page is loaded again once it is open.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';

import { useHost } from '../data/host-context.tsx';
import { errorWords } from '../words/host-words.ts';

export function Unlock() {
  const { host } = useHost();
  const [secret, setSecret] = useState('');
  const [wrong, setWrong] = useState('');
  const [isBusy, setBusy] = useState(false);
  // There is nothing else to do here; whoever came back to it has the caret where it was.
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const opened = await host.request('lock.open', { secret });
    setBusy(false);
    if (!opened.ok) setWrong(errorWords(opened.error));
  };
  return (
    <form onSubmit={(event) => void open(event)}>
      <Group mt="xs" align="end">
        <PasswordInput
          label={t`Passphrase or recovery words`}
          w={420}
          maw="100%"
          value={secret}
          error={wrong !== ''}
          autoComplete="current-password"
          ref={field}
          onChange={(event) => {
            setSecret(event.currentTarget.value);
            setWrong('');
          }}
        />
        <Button type="submit" loading={isBusy} disabled={secret === ''}>
          <Trans>Unlock</Trans>
        </Button>
      </Group>
      {wrong !== '' && (
        <Text size="sm" mt="xs" fw={500} role="alert">
          {wrong}
        </Text>
      )}
    </form>
  );
}
