// Which of the views that come with Rapport were taken away on this laptop.

import { useHost } from '../data/host-context.tsx';
import { showFailure } from '../data/use-command.tsx';
import { errorWords } from '../words/host-words.ts';

export type HiddenViews = {
  has: (id: string) => boolean;
  set: (id: string, isHidden: boolean) => void;
};

export function useHiddenViews(): HiddenViews {
  const { host, settings, setSettings } = useHost();
  const hidden = settings?.hiddenViews ?? [];
  return {
    has: (id) => hidden.includes(id),
    set: (id, isHidden) => {
      const others = hidden.filter((one) => one !== id);
      const hiddenViews = isHidden ? [...others, id] : others;
      void host.request('settings.write', { hiddenViews }).then((written) => {
        if (written.ok) setSettings(written.value);
        else showFailure(errorWords(written.error));
      });
    },
  };
}
