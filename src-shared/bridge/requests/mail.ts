// Mail on its way in: files are read as they come, looked at, then made moments of.

import { z } from 'zod';

import { mailOptionsSchema, type MailPreview, type MailReport } from '../../mail/plan-types.ts';
import { requestOf } from './request-of.ts';

const zone = z.string().max(60);
const mail = z.object({ mail: z.string().max(64) });

export const mailRequests = {
  /** `zone`: of the clocks by which chats were written. */
  'mail.open': requestOf(z.object({ zone })).to<{ mail: string }>(),
  /** The next pieces are of this file. */
  'mail.file': requestOf(
    mail.extend({ name: z.string().max(1_000), size: z.number().int().min(0) }),
  ).to<null>(),
  'mail.put': requestOf(mail.extend({ bytes: z.instanceof(Uint8Array) })).to<{
    messages: number;
  }>(),
  /** The file is whole. */
  'mail.end': requestOf(mail).to<{ messages: number }>(),
  'mail.plan': requestOf(mail.extend({ options: mailOptionsSchema })).to<MailPreview>(),
  /** What was planned last. */
  'mail.apply': requestOf(mail).to<MailReport>(),
  /** What was made until then stays. */
  'mail.stop': requestOf(mail).to<null>(),
  'mail.close': requestOf(mail).to<null>(),
};
