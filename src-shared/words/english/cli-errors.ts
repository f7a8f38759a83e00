// Why the command line could not do something, for each error code: one line.

import type { ErrorCode } from '../../domain/result.ts';

export const cliErrors = {
  'cli.error.bad-input': 'That cannot be done with what was given.',
  'cli.error.not-found': 'There is no such file or record.',
  'cli.error.not-a-view': 'The view could not be understood: see {where}.',
  'cli.error.no-such-view': 'There is no saved view of that name.',
  'cli.error.file-empty': 'The file is empty.',
  'cli.error.file-not-text': 'The file is not text: Rapport reads CSV and vCard files.',
  'cli.error.file-too-large': 'The file is too large: Rapport reads up to 256 MB at a time.',
  'cli.error.file-not-recognised':
    'The file could not be recognised: Rapport reads CSV and vCard files.',
  'cli.error.too-many-columns': 'The file has too many columns.',
  'cli.error.attachment-too-large': 'The file is larger than 25 MB.',
  'cli.error.plan-has-no-rows': 'The file has no rows to import.',
  'cli.error.cancelled': 'It was cancelled; nothing was changed.',
  'cli.error.nothing-to-undo': 'There is nothing to undo.',
  'cli.error.changed-since': 'It has changed in the meantime.',
  'cli.error.wrong-passphrase':
    'The backup is sealed with another passphrase (variable RAPPORT_PASSPHRASE).',
  'cli.error.not-a-backup': 'The file is not a whole backup of Rapport; nothing was changed.',
  'cli.error.update-refused': 'The change was refused.',
  'cli.error.record-erased': 'The record was erased.',
  'cli.error.names-private': 'A shared record cannot name one that is private to this laptop.',
  'cli.error.merge-private':
    'A private and a shared person cannot be merged. Share the private one first.',
  'cli.error.not-an-invite': 'These words are not an invite.',
  'cli.error.unknown-word': 'A word of the invite is not known.',
  'cli.error.has-team': 'This laptop belongs to a team already.',
  'cli.error.no-team': 'This laptop belongs to no team.',
  'cli.error.owner-only': 'Only an owner of the team can do that.',
  'cli.error.not-a-bundle': 'The file is not a whole Rapport file; nothing was changed.',
  'cli.error.other-team':
    'The file belongs to another team, or is sealed with a key this laptop has not got.',
  'cli.error.bundle-unsigned': 'The file was made by an earlier version of Rapport.',
  'cli.error.bundle-not-ours': 'The file is not from a laptop that belongs to the team now.',
  'cli.error.team-full': 'The team’s log is full.',
  'cli.error.last-owner': 'A team needs at least one owner.',
  'cli.error.network-held': 'This network costs by use, so nothing is synced or fetched in it.',
  'cli.error.feed-empty': 'The server answered with nothing.',
  'cli.error.not-a-feed': 'There is no feed at this address.',
  'cli.error.feed-too-large': 'What the server sends is too long to be a feed.',
  'cli.error.feed-list-too-large': 'The list names too many feeds to be read at a time.',
  'cli.error.feed-slow': 'The server took too long to answer.',
  'cli.error.feed-inside': 'The address leads into a private network.',
  'cli.error.feed-unreachable': 'The server could not be reached.',
  'cli.error.feed-certificate': 'The certificate of the server is wrong.',
  'cli.error.feed-status': 'The server has nothing to give there.',
  'cli.error.feed-network': 'There is no way to the internet just now.',
  'cli.error.feed-off': 'Fetching feeds is switched off.',
  'cli.error.not-a-picture': 'What the server sent is not a picture.',
  'cli.error.disk-full': 'The disk is full. Free some space, then try again.',
  'cli.error.disk-read-only': 'The folder cannot be written to.',
  'cli.error.store-locked': 'Rapport is open with this data. Close it first.',
  'cli.error.store-damaged':
    'The data is damaged and was left as it is. Restore a backup with "restore FILE".',
  'cli.error.store-newer':
    'The data was written by a newer version of Rapport and was left untouched.',
  'cli.error.store-encrypting': 'The data is being encrypted.',
  'cli.error.book-locked':
    'The data is locked. Put its passphrase or its recovery words into the environment as RAPPORT_BOOK_PASSPHRASE.',
  'cli.error.wrong-secret': 'RAPPORT_BOOK_PASSPHRASE does not open the data.',
  'cli.error.no-key':
    'The data is encrypted, and its key (keys.json) is missing or belongs to other data. Put it back, or restore a backup with "restore FILE".',
  'cli.error.store-closed': 'The data is not open.',
  'cli.error.host-gone': 'The part of Rapport that keeps the data has stopped.',
  'cli.error.unknown-request': 'This version of Rapport cannot do that.',
  'cli.error.internal': 'Something went wrong inside Rapport; this is a bug.',
} as const satisfies { readonly [code in ErrorCode as `cli.error.${code}`]: string };
