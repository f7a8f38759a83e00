// Words that this laptop's owner wants to hear of when a post holds them.

import { t } from '@lingui/core/macro';
import { TagsInput } from '@mantine/core';

import { useHost } from '../../../data/host-context.tsx';

export function WatchWords() {
  const { host, settings, setSettings } = useHost();
  const save = async (watchWords: string[]): Promise<void> => {
    const saved = await host.request('settings.write', { watchWords });
    if (saved.ok) setSettings(saved.value);
  };
  return (
    <TagsInput
      maw={560}
      label={t`Words to watch for`}
      description={t`You hear of new posts that hold one: a place, a product, your own name. Enter adds a word.`}
      value={settings?.watchWords ?? []}
      onChange={(words) => void save(words.map((word) => word.trim()).filter(Boolean))}
    />
  );
}
