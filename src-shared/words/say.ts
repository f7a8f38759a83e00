// A phrase by its id, in the language that the process has loaded. The window loads its
// catalogue in src-renderer/words/language.ts, everything else in src-main/say.ts.

import { i18n } from '@lingui/core';

import type { PhraseId } from './phrases.ts';

export type PhraseValues = { readonly [name: string]: string | number };

export const say = (id: PhraseId, values: PhraseValues = {}): string => i18n._(id, values);

/** For codes that a newer Rapport may have more of; undefined where this one has no words. */
export const sayIfKnown = (id: string, values: PhraseValues = {}): string | undefined =>
  Object.hasOwn(i18n.messages, id) ? i18n._(id, values) : undefined;
