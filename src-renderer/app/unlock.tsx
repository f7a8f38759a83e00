// Opens a locked book. The page is loaded again once it is open.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Button, Group, List, PasswordInput, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
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
      <LostBoth />
    </form>
  );
}

/** What is left to whoever has neither: said as it is, and nothing of the old book is touched. */
function LostBoth() {
  const { info } = useHost();
  const [isOpen, { toggle }] = useDisclosure(false);
  const folder = info?.profileDir ?? t`the profile folder`;
  return (
    <>
      <Button
        mt="xs"
        size="compact-sm"
        variant="subtle"
        px={0}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        <Trans>I have neither of them any more</Trans>
      </Button>
      {isOpen && (
        <Stack gap={6} maw={760}>
          <Text size="sm">
            <Trans>
              Then nobody can open this book, and nobody can send you a new passphrase: it is
              encrypted, and there is no other key. Look once more for the twelve words on paper.
              Two ways may bring your people back:
            </Trans>
          </Text>
          <List size="sm" type="ordered" spacing={4} style={{ overflowWrap: 'anywhere' }}>
            <List.Item>
              <Trans>
                Close Rapport and give the folder {folder} another name. Nothing in it is lost:
                should the passphrase turn up, give the folder its name again. Start Rapport: an
                empty book begins.
              </Trans>
            </List.Item>
            <List.Item>
              <Trans>
                If you made a backup with a passphrase of its own and know that one: copy the file
                from “backups” in the old folder into “backups” in the new one, and restore it under
                Settings, Backups. Other backups open with the lost passphrase only.
              </Trans>
            </List.Item>
            <List.Item>
              <Trans>
                If you are in a team: let a teammate invite you on their Team page and join again.
                Everything that was shared comes back from their laptop; what was private to this
                one does not.
              </Trans>
            </List.Item>
          </List>
        </Stack>
      )}
    </>
  );
}
