// Whether the book is locked when nobody sits before it any more.

import { t } from '@lingui/core/macro';
import { Switch } from '@mantine/core';

import { useHost } from '../../data/host-context.tsx';
import { showFailure } from '../../data/use-command.tsx';
import { errorWords } from '../../words/host-words.ts';

export function LockOnSleep() {
  const { host, settings, setSettings } = useHost();
  const write = async (lockOnSleep: boolean): Promise<void> => {
    const saved = await host.request('settings.write', { lockOnSleep });
    if (saved.ok) setSettings(saved.value);
    else showFailure(errorWords(saved.error));
  };
  if (settings === undefined) return null;
  return (
    <Switch
      mb="sm"
      label={t`Lock when the computer sleeps or its screen is locked`}
      checked={settings.lockOnSleep}
      onChange={(event) => void write(event.currentTarget.checked)}
    />
  );
}
