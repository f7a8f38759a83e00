// The language that the owner chose, also while the page stands: what is drawn is drawn again
// then, and whoever chose it finds the focus where it was.

import { i18n } from '@lingui/core';
import { useEffect, useRef, useState } from 'react';

import { useHost } from '../data/host-context.tsx';
import { speak } from '../words/language.ts';
import { focusWhenThere, framesToWait } from './app-actions.ts';

/** What is drawn by it has this as its key: words are kept by what drew them. */
export function useLanguage(): string {
  const { settings } = useHost();
  const [language, setLanguage] = useState(i18n.locale);
  const focused = useRef('');
  // Once the page of before is gone, in which it would be lost.
  useEffect(() => {
    if (focused.current !== '') focusWhenThere(focused.current, framesToWait);
    focused.current = '';
  }, [language]);
  useEffect(() => {
    if (settings === undefined) return undefined;
    let isCurrent = true;
    void speak(settings).then((spoken) => {
      if (!isCurrent || spoken === language) return;
      focused.current = document.activeElement?.id ?? '';
      setLanguage(spoken);
    });
    return () => {
      isCurrent = false;
    };
  }, [settings, language]);
  return language;
}
