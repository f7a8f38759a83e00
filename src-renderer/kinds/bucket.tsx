// A bucket in the window.

import { IconBucket } from '@tabler/icons-react';

import { groupColumns, groupPath } from './group.tsx';
import type { WindowKind } from './kind.ts';

export const bucket = {
  kind: 'bucket',
  labelId: 'kind.bucket',
  icon: IconBucket,
  path: groupPath,
  columns: groupColumns,
} satisfies WindowKind;
