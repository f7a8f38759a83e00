// A round in the window: it has a page, as each time through it has.

import { IconRotateClockwise2 } from '@tabler/icons-react';

import type { SpecialKind } from './kind.ts';

export const roundsPath = '/rounds';
export const roundPath = (id: string): string => `${roundsPath}/${id}`;

export const round = {
  kind: 'round',
  icon: IconRotateClockwise2,
  path: roundPath,
} satisfies SpecialKind;

export const run = { ...round, kind: 'run' } satisfies SpecialKind;
