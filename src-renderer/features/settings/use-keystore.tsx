// Whether the system's keystore opens the book for whoever is logged in on this computer.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Switch, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import type { BookKeystore } from '../../../src-shared/bridge/host-types.ts';
import { useHost } from '../../data/host-context.tsx';
import { showFailure } from '../../data/use-command.tsx';
import { errorWords } from '../../words/host-words.ts';
import { AskPresent } from './ask-present.tsx';
import { Dialog } from '../../ui/dialog.tsx';

type Props = { keystore: BookKeystore; onChanged: () => void };

export function UseKeystore({ keystore, onChanged }: Props) {
  const { host } = useHost();
  const [isAsking, dialog] = useDisclosure(false);
  const isUsed = keystore === 'used';
  const change = async (secret: string): Promise<void> => {
    dialog.close();
    const done = await host.request('lock.keystore', { isWanted: !isUsed, secret });
    if (!done.ok) showFailure(errorWords(done.error));
    onChanged();
  };
  if (keystore === 'none')
    return (
      <Text size="sm" mb="sm" className="dim">
        <Trans>
          This computer has no keystore that Rapport can use: the passphrase is asked for at each
          start.
        </Trans>
      </Text>
    );
  return (
    <>
      <Switch
        mb="sm"
        label={t`Open without asking on this computer`}
        description={t`The system’s keystore keeps the key. Whoever is logged in to your account can then open the book by starting Rapport.`}
        checked={isUsed}
        onChange={dialog.open}
      />
      {isAsking && (
        <Dialog onClose={dialog.close} title={t`Open without asking on this computer`}>
          <AskPresent onClose={dialog.close} onKnown={(secret) => void change(secret)} />
        </Dialog>
      )}
    </>
  );
}
