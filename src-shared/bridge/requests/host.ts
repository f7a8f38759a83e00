// The host itself: its settings, backups, the book's file, the invented sample.

import { z } from 'zod';

import {
  type BackupInfo,
  type CheckReport,
  type HostInfo,
  type HostSettings,
  settingsPatchSchema,
} from '../host-types.ts';
import { nothing, requestOf } from './request-of.ts';

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
  /** Only while the book is damaged: it is put aside and an empty one begins. */
  'store.startEmpty': requestOf(nothing).to<{ aside: string }>(),
  'store.check': requestOf(nothing).to<CheckReport>(),
  'sample.load': requestOf(nothing).to<{ count: number }>(),
  'sample.remove': requestOf(nothing).to<{ count: number }>(),
};
