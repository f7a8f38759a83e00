// Everything the command line says in words.

import type { ErrorCode, Failure } from '../../src-shared/domain/result.ts';

export const usage = `Usage: npm run rapport -- COMMAND [--profile DIR] [--json]

  import FILE [--as PROFILE] [--dry-run]       bring people in from CSV or vCard
  export [--as PROFILE] [--kind people] [--out FILE]
                                               write them out (default: rapport-csv, printed)
  find TEXT                                    search
  list [--kind people]                         everybody, or groups, organisations, buckets
  check                                        look for damage
  backup FILE                                  copy everything into one file
  restore FILE                                 put a backup in place of what is there

A passphrase for backup and restore is taken from the variable RAPPORT_PASSPHRASE.
Exit code: 0 done, 1 could not be done, 2 not understood.`;

/** One line for a failure. */
export function reasonWords({ code, detail }: Failure, profileDir: string): string {
  const words = wordsByCode[code];
  const where = code.startsWith('store-') || code.startsWith('disk-') ? ` (${profileDir})` : '';
  const held =
    code === 'store-locked' && detail?.['pid'] !== undefined
      ? ` It is process ${detail['pid']}.`
      : '';
  return `${words}${held}${where}`;
}

const wordsByCode: { readonly [code in ErrorCode]: string } = {
  'bad-input': 'That cannot be done with what was given.',
  'not-found': 'There is no such file or record.',
  'file-empty': 'The file is empty.',
  'file-not-text': 'The file is not text: Rapport reads CSV and vCard files.',
  'file-too-large': 'The file is too large: Rapport reads up to 256 MB at a time.',
  'file-not-recognised': 'The file could not be recognised: Rapport reads CSV and vCard files.',
  'file-no-header': 'No line with column names was found in the file.',
  'file-truncated': 'The file ends in the middle.',
  'too-many-columns': 'The file has too many columns.',
  'value-too-large': 'A value in the file is too large.',
  'attachment-too-large': 'The file is larger than 25 MB.',
  'plan-has-no-rows': 'The file has no rows to import.',
  cancelled: 'It was cancelled; nothing was changed.',
  busy: 'Something else is under way. Try again in a moment.',
  'nothing-to-undo': 'There is nothing to undo.',
  'changed-since': 'It has changed in the meantime.',
  'wrong-passphrase': 'The backup is sealed with another passphrase (variable RAPPORT_PASSPHRASE).',
  'not-a-backup': 'The file is not a whole backup of Rapport; nothing was changed.',
  'update-refused': 'The change was refused.',
  'record-erased': 'The record was erased.',
  'not-an-invite': 'These words are not an invite.',
  'unknown-word': 'A word of the invite is not known.',
  'has-team': 'This laptop belongs to a team already.',
  'no-team': 'This laptop belongs to no team.',
  'owner-only': 'Only an owner of the team can do that.',
  'not-a-bundle': 'The file is not a whole Rapport file; nothing was changed.',
  'other-team':
    'The file belongs to another team, or is sealed with a key this laptop has not got.',
  'last-owner': 'A team needs at least one owner.',
  'network-held': 'This network costs by use, so nothing is synced or fetched in it.',
  'feed-empty': 'The server answered with nothing.',
  'not-a-feed': 'There is no feed at this address.',
  'feed-too-large': 'What the server sends is too long to be a feed.',
  'feed-slow': 'The server took too long to answer.',
  'feed-inside': 'The address leads into a private network.',
  'feed-unreachable': 'The server could not be reached.',
  'feed-certificate': 'The certificate of the server is wrong.',
  'feed-status': 'The server has nothing to give there.',
  'feed-network': 'There is no way to the internet just now.',
  'feed-off': 'Fetching feeds is switched off.',
  'not-a-picture': 'What the server sent is not a picture.',
  'disk-full': 'The disk is full. Free some space, then try again.',
  'disk-read-only': 'The folder cannot be written to.',
  'store-locked': 'Rapport is open with this data. Close it first.',
  'store-damaged':
    'The data is damaged and was left as it is. Restore a backup with "restore FILE".',
  'store-newer': 'The data was written by a newer version of Rapport and was left untouched.',
  'store-closed': 'The data is not open.',
  'host-gone': 'The part of Rapport that keeps the data has stopped.',
  'unknown-request': 'This version of Rapport cannot do that.',
  internal: 'Something went wrong inside Rapport; this is a bug.',
};
