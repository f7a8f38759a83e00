// The language that the owner chose, also while the page stands: what is drawn is drawn again
// then, and whoever chose it finds the focus where it was.

import { i18n } from '@lingui/core';
import { useEffect, useState } from 'react';

import { useHost } from '../data/host-context.tsx';
import { speak } from '../words/language.ts';
import { focusWhenThere, framesToWait } from './app-actions.ts';

/** What is drawn by it has this as its key: words are kept by what drew them. */
export function useLanguage(): string {
  const { settings } = useHost();
  const [language, setLanguage] = useState(i18n.locale);
  useEffect(() => {
    if (settings === undefined) return undefined;
    let isCurrent = true;
    void speak(settings).then((spoken) => {
      if (!isCurrent || spoken === language) return;
      const focused = document.activeElement?.id ?? '';
      setLanguage(spoken);
      if (focused !== '') requestAnimationFrame(() => focusWhenThere(focused, framesToWait));
    });
    return () => {
      isCurrent = false;
    };
  }, [settings, language]);
  return language;
}
