// A community in the window.

import { IconUsersGroup } from '@tabler/icons-react';

import { groupColumns, groupPath } from './group.tsx';
import type { WindowKind } from './kind.ts';

export const community = {
  kind: 'community',
  labelId: 'kind.community',
  icon: IconUsersGroup,
  path: groupPath,
  columns: groupColumns,
} satisfies WindowKind;
