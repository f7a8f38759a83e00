// A community in the window.

import { IconUsersGroup } from '@tabler/icons-react';

import { groupColumns } from './group.tsx';
import type { SpecialKind } from './kind.ts';

export const community = {
  kind: 'community',
  icon: IconUsersGroup,
  columns: groupColumns,
} satisfies SpecialKind;
