// Why what was typed cannot stand in a field, in words.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';

import { type AnyField, isTolerated } from '../../src-shared/fields/field.ts';
import type { NotUnderstood } from '../ui/text-edit.tsx';
import { problemWords } from '../words/value-words.ts';

export const notUnderstood = (type: AnyField, typed: string, label: string): NotUnderstood => ({
  problem: problemOf(type, typed, label),
  canKeep: isTolerated(type, typed),
});

function problemOf({ type, most }: AnyField, typed: string, label: string): string {
  if (most !== undefined) {
    const greatest = new Intl.NumberFormat(i18n.locale).format(most);
    return t`Not saved: “${typed}” is no whole number from 0 to ${greatest}.`;
  }
  switch (type) {
    case 'day':
      return problemWords('date-not-understood');
    case 'time':
      return problemWords('time-not-understood');
    case 'number':
    case 'money': {
      const amount = new Intl.NumberFormat(i18n.locale).format(1_234.5);
      return t`Not saved: “${typed}” is no number that can be read. Try 12 or ${amount}.`;
    }
    default:
      return t`Not saved: “${typed}” cannot stand in ${label}. Please write it otherwise.`;
  }
}
