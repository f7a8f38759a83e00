// The import of mail that this window has begun.

import type { Failure } from '../../../../src-shared/domain/result.ts';
import type {
  MailOptions,
  MailPreview,
  MailReport,
} from '../../../../src-shared/mail/plan-types.ts';

export type MailState = {
  step: 'none' | 'reading' | 'preview' | 'planning' | 'writing' | 'done';
  /** The host's name for it. */
  mail?: string;
  done: number;
  total: number;
  /** Files among those chosen that hold no mail. */
  left: string[];
  options: MailOptions;
  preview?: MailPreview;
  report?: MailReport;
  failure?: Failure;
};

export const noMail = (): MailState => ({
  step: 'none',
  done: 0,
  total: 0,
  left: [],
  options: {
    scope: 'private',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  },
});
