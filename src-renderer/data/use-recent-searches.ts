// What was searched for in the palette, the latest first: a setting of this laptop, which goes
// with everything else it keeps of somebody who is erased.

import { showFailure } from './use-command.tsx';
import { useHost } from './host-context.tsx';
import { errorWords } from '../words/host-words.ts';

const most = 8;
const shortest = 2;
const longest = 120;

export type RecentSearches = {
  list: readonly string[];
  note: (text: string) => void;
  clear: () => void;
};

export function useRecentSearches(): RecentSearches {
  const { host, settings, setSettings } = useHost();
  const list = settings?.recentSearches ?? [];
  const write = (recentSearches: string[]): void => {
    void host.request('settings.write', { recentSearches }).then((written) => {
      if (written.ok) setSettings(written.value);
      else showFailure(errorWords(written.error));
    });
  };
  return {
    list,
    note: (text) => {
      const words = text.trim().slice(0, longest);
      if (words.length < shortest || words === list[0]) return;
      const others = list.filter((one) => one.toLowerCase() !== words.toLowerCase());
      write([words, ...others].slice(0, most));
    },
    clear: () => write([]),
  };
}
