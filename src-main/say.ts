// The catalogue for shells and command line, which run as they are written: its phrases
// are read when they are first said. What is not translated is said in English.

import { i18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

import { type Language, spokenLanguage } from '../src-shared/words/languages.ts';
import arabic from '../src-shared/words/locales/ar.json' with { type: 'json' };
import german from '../src-shared/words/locales/de.json' with { type: 'json' };
import english from '../src-shared/words/locales/en.json' with { type: 'json' };
import { say as sayLoaded } from '../src-shared/words/say.ts';

const catalogues: { readonly [language in Language]: object } = {
  en: english,
  de: { ...english, ...german },
  ar: { ...english, ...arabic },
};

const systemLocale = (): string => new Intl.DateTimeFormat().resolvedOptions().locale;

i18n.setMessagesCompiler(compileMessage);
speak('en');

/** From now on everything is said in it. `chosen`: in the settings; '' where it was not. */
export function speak(chosen: string, system: readonly string[] = [systemLocale()]): void {
  const language = spokenLanguage(chosen, system);
  i18n.loadAndActivate({ locale: language, messages: { ...catalogues[language] } });
}

export const say = sayLoaded;
