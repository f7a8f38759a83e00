// Why a comment is for whoever reads it, in words.

import { t } from '@lingui/core/macro';

import type { Reason } from '../../../src-shared/together/for-me.ts';

export function reasonWords(why: Reason, who: string): string {
  switch (why) {
    case 'mention':
      return t`${who} mentioned you`;
    case 'team':
      return t`${who} wrote to the whole team`;
    case 'answer':
      return t`${who} answered you`;
    case 'yours':
      return t`${who} commented on what you added`;
    case 'following':
      return t`${who} commented where you follow`;
  }
}
