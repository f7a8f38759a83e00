// A tie in the window: shown on the pages of those it links.

import { IconBriefcase } from '@tabler/icons-react';

import type { SpecialKind } from './kind.ts';

export const tie = { kind: 'tie', icon: IconBriefcase } satisfies SpecialKind;
