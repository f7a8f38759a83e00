// Everything the command line says in words.

import type { Failure } from '../../src-shared/domain/result.ts';
import { say } from '../say.ts';

export const usage = `Usage: npm run rapport -- COMMAND [--profile DIR] [--json]

  import FILE [--as PROFILE] [--dry-run]       bring people in from CSV or vCard
  export [--as PROFILE] [--kind people] [--where VIEW] [--out FILE]
                                               write them out (default: rapport-csv, printed)
  find TEXT                                    search
  list [--kind people] [--where VIEW]          everybody, or groups, organisations, any kind
  check                                        look for damage
  backup FILE                                  copy everything into one file
  restore FILE                                 put a backup in place of what is there

VIEW is the name of a saved view, or JSON such as
  '{"field":"tag","op":"hasAnyOf","arg":["vip"]}'
A passphrase for backup and restore is taken from the variable RAPPORT_PASSPHRASE.
Exit code: 0 done, 1 could not be done, 2 not understood.`;

/** One line for a failure. */
export function reasonWords({ code, detail }: Failure, profileDir: string): string {
  const where = code.startsWith('store-') || code.startsWith('disk-') ? ` (${profileDir})` : '';
  const held =
    code === 'store-locked' && detail?.['pid'] !== undefined
      ? ` It is process ${detail['pid']}.`
      : '';
  return `${say(`cli.error.${code}`, detail)}${held}${where}`;
}
