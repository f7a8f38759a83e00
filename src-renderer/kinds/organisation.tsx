// An organisation in the window.

import { IconBuilding } from '@tabler/icons-react';

import { groupColumns, groupPath } from './group.tsx';
import type { WindowKind } from './kind.ts';

export const organisation = {
  kind: 'organisation',
  labelId: 'kind.organisation',
  icon: IconBuilding,
  path: groupPath,
  columns: groupColumns,
} satisfies WindowKind;
