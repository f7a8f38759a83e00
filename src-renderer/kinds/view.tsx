// A saved view in the window: opened as the list it is about.

import { IconListSearch } from '@tabler/icons-react';

import type { SpecialKind } from './kind.ts';

export const viewPath = (id: string): string => `/people?view=${encodeURIComponent(id)}`;

export const view = {
  kind: 'view',
  icon: IconListSearch,
  path: viewPath,
} satisfies SpecialKind;
