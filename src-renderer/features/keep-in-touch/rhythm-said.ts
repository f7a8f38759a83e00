// The rhythm that holds for somebody, where it comes from and when it is due, in a sentence.

import { t } from '@lingui/core/macro';

import type { InTouch } from '../../../src-shared/today/answers.ts';
import { dayOf } from '../../ui/day.ts';
import { everySaid } from '../../words/every-words.ts';

type Rhythm = NonNullable<InTouch['rhythm']>;

export function rhythmSaid(rhythm: Rhythm, at: (day: string) => string): string {
  const often = everySaid(rhythm.every);
  const day = at(rhythm.due);
  return rhythm.due < dayOf(Date.now())
    ? lateSaid(rhythm, often, day)
    : comingSaid(rhythm, often, day);
}

function comingSaid({ from, group }: Rhythm, often: string, day: string): string {
  const name = group?.name ?? '';
  if (from === 'person' || group === undefined) return t`${often}; next by ${day}`;
  if (from === 'role') return t`${often}, from the role at ${name}; next by ${day}`;
  switch (group.kind) {
    case 'bucket':
      return t`${often}, from the bucket ${name}; next by ${day}`;
    case 'community':
      return t`${often}, from the community ${name}; next by ${day}`;
    default:
      return t`${often}, from the organisation ${name}; next by ${day}`;
  }
}

function lateSaid({ from, group }: Rhythm, often: string, day: string): string {
  const name = group?.name ?? '';
  if (from === 'person' || group === undefined) return t`${often}; was due by ${day}`;
  if (from === 'role') return t`${often}, from the role at ${name}; was due by ${day}`;
  switch (group.kind) {
    case 'bucket':
      return t`${often}, from the bucket ${name}; was due by ${day}`;
    case 'community':
      return t`${often}, from the community ${name}; was due by ${day}`;
    default:
      return t`${often}, from the organisation ${name}; was due by ${day}`;
  }
}
