// A person in the window.

import { IconUser } from '@tabler/icons-react';

import type { SpecialKind } from './kind.ts';

export const personPath = (id: string): string => `/people/${id}`;

export const person = { kind: 'person', icon: IconUser } satisfies SpecialKind;
