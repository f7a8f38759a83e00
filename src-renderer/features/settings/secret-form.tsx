// Asks for what opens the book now, before something is done about it.

import { Trans } from '@lingui/react/macro';
import { Button, Group, PasswordInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';

import type { Result } from '../../../src-shared/domain/result.ts';
import { errorWords } from '../../words/host-words.ts';

type Props = {
  label: string;
  submit: ReactNode;
  color?: 'red';
  onClose: () => void;
  ask: (secret: string) => Promise<Result<unknown>>;
  onDone: (secret: string) => void;
  children?: ReactNode;
};

export function SecretForm({ label, submit, color, onClose, ask, onDone, children }: Props) {
  const [secret, setSecret] = useState('');
  const [wrong, setWrong] = useState('');
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const asked = await ask(secret);
    setBusy(false);
    if (asked.ok) onDone(secret);
    else setWrong(errorWords(asked.error));
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      {children}
      <PasswordInput
        label={label}
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
        <Button
          type="submit"
          loading={isBusy}
          disabled={secret === ''}
          {...(color === undefined ? {} : { color })}
        >
          {submit}
        </Button>
      </Group>
    </form>
  );
}
