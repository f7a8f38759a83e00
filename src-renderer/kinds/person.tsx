// A person in the window.

import { IconUser } from '@tabler/icons-react';

import type { WindowKind } from './kind.ts';

export const personPath = (id: string): string => `/people/${id}`;

export const person = {
  kind: 'person',
  labelId: 'kind.person',
  icon: IconUser,
  path: personPath,
} satisfies WindowKind;
