// An organisation in the window.

import { IconBuilding } from '@tabler/icons-react';

import { groupColumns } from './group.tsx';
import type { SpecialKind } from './kind.ts';

export const organisation = {
  kind: 'organisation',
  icon: IconBuilding,
  columns: groupColumns,
} satisfies SpecialKind;
