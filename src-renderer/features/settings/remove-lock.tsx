// Takes the passphrase away: only by whoever knows it, and after they read what becomes of it.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Text } from '@mantine/core';

import { announce } from '../../data/announce.ts';
import { useHost } from '../../data/host-context.tsx';
import { SecretForm } from './secret-form.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export function RemoveLock({ onClose }: { onClose: () => void }) {
  const { host } = useHost();
  return (
    <Dialog onClose={onClose} title={t`Remove the passphrase?`}>
      <SecretForm
        label={t`Passphrase or recovery words`}
        submit={<Trans>Remove the passphrase</Trans>}
        color="red"
        ask={(secret) => host.request('lock.remove', { secret })}
        onDone={() => {
          announce(t`The book opens without a passphrase again`);
          onClose();
        }}
        onClose={onClose}
      >
        <Text size="sm" mb="sm">
          <Trans>
            The book stays encrypted, but its key will lie beside it again: whoever gets the whole
            profile folder can read it and its files. The recovery words on your paper no longer
            count; a new passphrase comes with new ones.
          </Trans>
        </Text>
      </SecretForm>
    </Dialog>
  );
}
