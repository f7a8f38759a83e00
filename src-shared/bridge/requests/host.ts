// The host itself: its settings, backups, the book's file, the invented sample.

import { z } from 'zod';

import {
  type BackupInfo,
  type CheckReport,
  type HostInfo,
  type HostSettings,
  settingsPatchSchema,
} from '../host-types.ts';
import { file, nothing, requestOf } from './request-of.ts';

/** The passphrase of the book, or its recovery words. */
const ofSecret = z.object({ secret: z.string().min(1).max(1_000) });

export const hostRequests = {
  'host.info': requestOf(nothing).to<HostInfo>(),
  'settings.read': requestOf(nothing).to<HostSettings>(),
  'settings.write': requestOf(settingsPatchSchema).to<HostSettings>(),
  'backup.list': requestOf(nothing).to<BackupInfo[]>(),
  'backup.make': requestOf(
    z.object({ passphrase: z.string().min(1).max(1_000).optional() }),
  ).to<BackupInfo>(),
  'backup.restore': requestOf(
    z.object({ name: z.string().max(200), passphrase: z.string().max(1_000).optional() }),
  ).to<null>(),
  /** The same from a file that was handed over; it is forgotten afterwards. */
  'backup.restoreFile': requestOf(
    file.extend({ passphrase: z.string().max(1_000).optional() }),
  ).to<null>(),
  /** Only while the book is damaged: it is put aside and an empty one begins. */
  'store.startEmpty': requestOf(nothing).to<{ aside: string }>(),
  /** Twelve recovery words to write down; they count once `lock.protect` was asked with them. */
  'lock.words': requestOf(nothing).to<{ words: string }>(),
  /**
   * From now on the book opens with these only. `present`: what opens it now, where it takes
   * something; `wrong-secret` where that does not.
   */
  'lock.protect': requestOf(
    z.object({
      passphrase: z.string().min(8).max(1_000),
      words: z.string().max(1_000),
      present: ofSecret.shape.secret.optional(),
    }),
  ).to<null>(),
  /** Whether the book opens with it; `wrong-secret` where not. */
  'lock.try': requestOf(ofSecret).to<null>(),
  /** Whether the system's keystore opens the book, too; `wrong-secret` as below. */
  'lock.keystore': requestOf(ofSecret.extend({ isWanted: z.boolean() })).to<null>(),
  /** From now on the book opens by itself; `wrong-secret` where the secret does not open it. */
  'lock.remove': requestOf(ofSecret).to<null>(),
  'lock.now': requestOf(nothing).to<null>(),
  'lock.open': requestOf(ofSecret).to<null>(),
  'store.check': requestOf(nothing).to<CheckReport>(),
  /** `language`: of names and notes; English where there are none in it. */
  'sample.load': requestOf(z.object({ language: z.string().max(35).exactOptional() })).to<{
    count: number;
  }>(),
  'sample.remove': requestOf(nothing).to<{ count: number }>(),
};
