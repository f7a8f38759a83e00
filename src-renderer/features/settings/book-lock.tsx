// Who may open the book: everybody who has the folder, or whoever knows the passphrase or the
// recovery words.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useCallback, useEffect, useState } from 'react';

import type { BookProtection, HostInfo } from '../../../src-shared/bridge/host-types.ts';
import { announce } from '../../data/announce.ts';
import { useHost } from '../../data/host-context.tsx';
import { showFailure } from '../../data/use-command.tsx';
import { isInElectron } from '../../host/electron-port.ts';
import { Section } from '../../ui/section.tsx';
import { errorWords } from '../../words/host-words.ts';
import { LockDialog } from './lock-dialog.tsx';
import { LockOnSleep } from './lock-on-sleep.tsx';
import { RemoveLock } from './remove-lock.tsx';
import { UseKeystore } from './use-keystore.tsx';

export function BookLock() {
  const { host } = useHost();
  const [about, setAbout] = useState<HostInfo>();
  const protection = about?.protection;
  const [isAsking, dialog] = useDisclosure(false);
  const [isRemoving, removal] = useDisclosure(false);
  const look = useCallback(async () => {
    const asked = await host.request('host.info', {});
    if (asked.ok) setAbout(asked.value);
  }, [host]);
  useEffect(() => void look(), [look]);

  const lockNow = async (): Promise<void> => {
    const answer = await host.request('lock.now', {});
    if (!answer.ok) return showFailure(errorWords(answer.error));
    announce(t`The book is locked`);
    await look();
  };
  if (about === undefined) return null;
  return (
    <Section title={t`Lock`}>
      <ProtectionWords protection={about.protection} />
      {protection === 'open' && (
        <Button id="book-lock" variant="default" onClick={dialog.open}>
          <Trans>Set a passphrase</Trans>
        </Button>
      )}
      {protection === 'passphrase' && isInElectron() && (
        <>
          <UseKeystore keystore={about.keystore} onChanged={() => void look()} />
          <LockOnSleep />
        </>
      )}
      {protection === 'passphrase' && (
        <Group>
          <Button variant="default" onClick={() => void lockNow()}>
            <Trans>Lock now</Trans>
          </Button>
          <Button variant="default" onClick={dialog.open}>
            <Trans>Change the passphrase</Trans>
          </Button>
          <Button variant="default" onClick={removal.open}>
            <Trans>Remove the passphrase</Trans>
          </Button>
        </Group>
      )}
      {isRemoving && (
        <RemoveLock
          onClose={() => {
            removal.close();
            void look();
          }}
        />
      )}
      {isAsking && (
        <LockDialog
          isChange={protection === 'passphrase'}
          onClose={() => {
            dialog.close();
            void look();
          }}
        />
      )}
    </Section>
  );
}

function ProtectionWords({ protection }: { protection: BookProtection }) {
  return (
    <Text size="sm" mb="sm">
      {protection === 'none' && (
        <Trans>
          Not everything is encrypted yet: there was no room for it on the disk or in memory. Free
          some space and start Rapport again.
        </Trans>
      )}
      {protection === 'open' && (
        <Trans>
          The book and its files are encrypted, but their key lies beside them: whoever gets the
          whole profile folder can read it. With a passphrase they cannot.
        </Trans>
      )}
      {protection === 'passphrase' && (
        <Trans>
          The book opens with your passphrase or your recovery words only. If you lose both, nobody
          can open it again.
        </Trans>
      )}
    </Text>
  );
}
