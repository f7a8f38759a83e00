// What stored codes are called where a value is shown, and which code a typed word is.

import { t } from '@lingui/core/macro';

import { kinds } from '../../src-shared/domain/kinds.ts';
import { isLabelCode, labelOfTyped } from '../../src-shared/values/labels.ts';
import type { ValueProblem } from '../../src-shared/values/parsed-value.ts';
import { say, sayIfKnown } from '../../src-shared/words/say.ts';

/** Why a typed value was kept as it was written. */
export const problemWords = (problem: ValueProblem): string => say(`value.${problem}`);

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

/** A field's text as it is shown: in words where it is a code. */
export const codeWords = (kind: string, field: string, stored: string): string =>
  sayIfKnown(`choice.${kind}.${field}.${stored}`) ?? stored;

/** The code whose words were typed, else what was typed. */
export function typedCode(kind: string, field: string, typed: string): string {
  const { codes = [] } = kinds.get(kind)?.fields[field] ?? {};
  const wanted = typed.trim().toLocaleLowerCase();
  const code = codes.find((one) => codeWords(kind, field, one).toLocaleLowerCase() === wanted);
  return code ?? typed;
}

/** A network of feeds. It may come from a newer version or from outside: what is not known is the web. */
export const feedNetworkWords = (network: unknown): string =>
  (typeof network === 'string' ? sayIfKnown(`feed-network.${network}`) : undefined) ??
  say('feed-network.web');
