// What the browser shell says in a terminal: the one table of words for its failures.

import type { Failure } from '../../src-shared/domain/result.ts';

export const usage =
  'Usage: npm start -- [--shell electron|browser] [--profile DIR] [--port N] [--no-open]';

export function refusalWords({ code, detail }: Failure, profileDir: string): string {
  switch (code) {
    case 'store-locked':
      return `Rapport is already open with the data in ${profileDir}${whereItIs(detail)}.`;
    case 'disk-read-only':
      return `The folder ${profileDir} cannot be written to. Choose another with --profile DIR.`;
    case 'disk-full':
      return `The disk that holds ${profileDir} is full. Free some space, then start again.`;
    case 'busy':
      return 'That port is taken or not allowed. Choose another with --port N, or 0 for any.';
    default:
      return `Rapport could not be opened with the data in ${profileDir} (${code}).`;
  }
}

function whereItIs(detail: Failure['detail']): string {
  const port = detail?.['port'];
  const process = detail?.['pid'];
  if (port !== undefined) return ` at http://127.0.0.1:${port} (process ${process})`;
  return process === undefined ? '' : ` (process ${process})`;
}
