// Second: whether the book opens by itself or takes a passphrase, and whether this computer's
// keystore may keep that.

import { t } from '@lingui/core/macro';
import { Checkbox, Radio, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import { useHost } from '../../../data/host-context.tsx';
import { showFailure } from '../../../data/use-command.tsx';
import { errorWords } from '../../../words/host-words.ts';
import { LockDialog } from '../lock-dialog.tsx';
import { StepFoot, StepTitle } from './step.tsx';

type Props = { onBack: () => void; onNext: () => void; onLocked: () => void };

export function WhoMayOpen({ onBack, onNext, onLocked }: Props) {
  const { host, info } = useHost();
  const [chosen, choose] = useState('open');
  const [usesKeystore, setKeystore] = useState(true);
  const [isAsking, setAsking] = useState(false);
  const hasKeystore = info !== undefined && info.keystore !== 'none';
  const go = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen === 'passphrase') setAsking(true);
    else onNext();
  };
  const keepKey = async (secret: string): Promise<void> => {
    if (hasKeystore && usesKeystore) {
      const kept = await host.request('lock.keystore', { isWanted: true, secret });
      if (!kept.ok) showFailure(errorWords(kept.error));
    }
    onLocked();
    onNext();
  };
  return (
    <>
      <form onSubmit={go}>
        <StepTitle>{t`Who may open your book?`}</StepTitle>
        <Radio.Group aria-label={t`Who may open your book?`} value={chosen} onChange={choose}>
          <Stack gap="md" mt="md">
            <Radio
              value="open"
              label={t`Whoever can use this computer`}
              description={t`Rapport opens without asking. The book is encrypted, but its key lies beside it: whoever gets the whole folder can read it.`}
            />
            <Radio
              value="passphrase"
              label={t`Only who knows a passphrase`}
              description={t`For a laptop that may be lost or stolen. You also get twelve recovery words to print, for the day you forget it.`}
            />
          </Stack>
        </Radio.Group>
        {chosen === 'passphrase' && hasKeystore && (
          <Checkbox
            mt="md"
            label={t`Open without asking on this computer`}
            description={t`The system’s keystore keeps the key. Whoever is logged in to your account can then open the book by starting Rapport.`}
            checked={usesKeystore}
            onChange={(event) => setKeystore(event.currentTarget.checked)}
          />
        )}
        <StepFoot onBack={onBack} onSkip={onNext} />
      </form>
      {isAsking && (
        <LockDialog
          isChange={false}
          onClose={() => setAsking(false)}
          onLocked={(secret) => void keepKey(secret)}
        />
      )}
    </>
  );
}
