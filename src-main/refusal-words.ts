// Why a profile cannot be opened, in words for a terminal or a native dialog; the same
// in both shells.

import type { Failure } from '../src-shared/domain/result.ts';
import { say } from './say.ts';

export function refusalWords({ code, detail }: Failure, folder: string): string {
  if (code === 'store-locked') return lockedWords(detail, folder);
  if (code === 'disk-read-only') return say('shell.readOnly', { folder });
  if (code === 'disk-full') return say('shell.diskFull', { folder });
  return say('shell.notOpened', { folder, code });
}

function lockedWords(detail: Failure['detail'], folder: string): string {
  const port = detail?.['port'];
  const pid = detail?.['pid'];
  if (port !== undefined) return say('shell.lockedAt', { folder, port, pid: pid ?? '' });
  return pid === undefined
    ? say('shell.locked', { folder })
    : say('shell.lockedBy', { folder, pid });
}
