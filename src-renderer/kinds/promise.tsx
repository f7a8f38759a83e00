// Promises in the window: on a page of their own, and on those of whom they are with.

import { IconHeartHandshake } from '@tabler/icons-react';

import type { SpecialKind } from './kind.ts';

export const promise = { kind: 'promise', icon: IconHeartHandshake } satisfies SpecialKind;
