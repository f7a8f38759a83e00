// A bucket in the window.

import { IconBucket } from '@tabler/icons-react';

import { groupColumns } from './group.tsx';
import type { SpecialKind } from './kind.ts';

export const bucket = {
  kind: 'bucket',
  icon: IconBucket,
  columns: groupColumns,
} satisfies SpecialKind;
