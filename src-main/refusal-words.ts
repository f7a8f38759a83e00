// Why a profile cannot be opened, in words for a terminal or a native dialog; the same
// in both shells.

import type { ErrorCode, Failure } from '../src-shared/domain/result.ts';

const wordsByCode: Partial<Record<ErrorCode, (profileDir: string) => string>> = {
  'disk-read-only': (dir) =>
    `The folder ${dir} cannot be written to. Choose another with --profile DIR.`,
  'disk-full': (dir) =>
    `The disk that holds ${dir} is full. Free some space, then start Rapport again.`,
};

export function refusalWords({ code, detail }: Failure, profileDir: string): string {
  if (code === 'store-locked') {
    return `Rapport is already open with the data in ${profileDir}${whereItIs(detail)}.`;
  }
  const words = wordsByCode[code];
  return words?.(profileDir) ?? `The data in ${profileDir} could not be opened (${code}).`;
}

function whereItIs(detail: Failure['detail']): string {
  const port = detail?.['port'];
  const process = detail?.['pid'];
  if (port !== undefined) return ` at http://127.0.0.1:${port} (process ${process})`;
  return process === undefined ? '' : ` (process ${process})`;
}
