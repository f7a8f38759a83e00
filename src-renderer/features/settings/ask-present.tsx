// Before another passphrase takes the place of the present one.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';

import { useHost } from '../../data/host-context.tsx';
import { SecretForm } from './secret-form.tsx';

type Props = { onClose: () => void; onKnown: (secret: string) => void };

export function AskPresent({ onClose, onKnown }: Props) {
  const { host } = useHost();
  return (
    <SecretForm
      label={t`Present passphrase or recovery words`}
      submit={<Trans>Next</Trans>}
      ask={(secret) => host.request('lock.try', { secret })}
      onDone={onKnown}
      onClose={onClose}
    />
  );
}
