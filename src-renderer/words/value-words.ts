// What stored codes are called where a value is shown, and which label a typed word is.

import { t } from '@lingui/core/macro';

import { isLabelCode, labelOfTyped } from '../../src-shared/values/labels.ts';
import type { TypedProblem } from '../../src-shared/values/parsed-value.ts';
import { say, sayIfKnown } from '../../src-shared/words/say.ts';
import { countryWords } from './in-language.ts';

/** Why a typed value is not taken as it is. `country`: of numbers without one, ISO 3166-1 alpha-2. */
export function problemWords(problem: TypedProblem, country?: string): string {
  const named = country === undefined ? undefined : countryWords(country);
  return say(`value.${problem}`, { country: named ?? '' });
}

/** What somebody wrote stays as it is. */
export const labelWords = (label: string): string =>
  isLabelCode(label) ? say(`label.${label}`) : label;

export const typedLabel = (typed: string): string =>
  labelOfTyped(typed, (code) => say(`label.${code}`));

/** A value and what it is, such as “+49 30 1234 (mobile)”. */
export function withLabel(value: string, label: string | undefined): string {
  if (label === undefined || label === '') return value;
  const words = labelWords(label);
  return t`${value} (${words})`;
}

/** What a code of a field is called; what people wrote stays as it is, as does a newer version's. */
export function codeWords(kind: string, field: string, stored: string): string {
  const own = sayIfKnown(`field.${kind}.${field}.${stored}`);
  if (own !== undefined) return own;
  return stored === 'yes' ? t`Yes` : stored === 'no' ? t`No` : stored;
}

/** A network of feeds. It may come from a newer version or from outside: what is not known is the web. */
export const feedNetworkWords = (network: unknown): string =>
  (typeof network === 'string' ? sayIfKnown(`feed-network.${network}`) : undefined) ??
  say('feed-network.web');
