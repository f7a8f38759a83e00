// Why what was typed cannot stand in a field, in words.

import { t } from '@lingui/core/macro';

import { type AnyField, isTolerated } from '../../src-shared/fields/field.ts';
import type { NotUnderstood } from '../ui/text-edit.tsx';
import { problemWords } from '../words/value-words.ts';

export const notUnderstood = (type: AnyField, typed: string, label: string): NotUnderstood => ({
  problem: problemOf(type, typed, label),
  canKeep: isTolerated(type, typed),
});

const problemOf = ({ type }: AnyField, typed: string, label: string): string =>
  type === 'day'
    ? problemWords('date-not-understood')
    : type === 'time'
      ? problemWords('time-not-understood')
      : t`Not saved: “${typed}” cannot stand in ${label}. Please write it otherwise.`;
