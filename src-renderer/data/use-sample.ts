// The sample team comes and goes by one request each.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { useState } from 'react';

import { showFailure } from './use-command.tsx';
import { errorWords } from '../words/host-words.ts';
import { useHost } from './host-context.tsx';
import { announce } from './announce.ts';

export function useSample() {
  const { host } = useHost();
  const [isBusy, setBusy] = useState(false);
  const ask = async (name: 'sample.load' | 'sample.remove', words: string): Promise<boolean> => {
    setBusy(true);
    const answer = await host.request(
      name,
      name === 'sample.load' ? { language: i18n.locale } : {},
    );
    setBusy(false);
    if (answer.ok) announce(words);
    else showFailure(errorWords(answer.error));
    return answer.ok;
  };
  return {
    isBusy,
    load: () => ask('sample.load', t`The sample team is here`),
    remove: () => ask('sample.remove', t`The sample team is gone`),
  };
}
