// Expected failures are values: a Result carries either a value or one code of
// the union below with plain data about it. Words are made in the renderer (and
// in the command line's one table), never here. Bugs throw.

export type ErrorCode =
  // input
  | 'bad-input'
  | 'not-found'
  | 'not-a-view'
  | 'no-such-view'
  | 'round-empty'
  | 'round-too-long'
  | 'file-empty'
  | 'file-missing'
  | 'file-is-folder'
  | 'folder-missing'
  | 'not-a-folder'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'file-not-text'
  | 'file-too-large'
  | 'too-many-files'
  | 'file-not-recognised'
  | 'calendar-none'
  | 'calendar-stuck'
  | 'calendar-too-large'
  | 'calendar-address'
  | 'calendar-answer'
  | 'too-many-columns'
  | 'attachment-too-large'
  | 'plan-has-no-rows'
  | 'bad-pattern'
  | 'bad-value'
  // flow
  | 'cancelled'
  | 'nothing-to-undo'
  | 'changed-since'
  | 'wrong-passphrase'
  | 'not-a-backup'
  // records
  | 'update-refused'
  | 'record-erased'
  | 'names-private'
  | 'merge-private'
  | 'merge-changed'
  | 'merge-too-many'
  // team
  | 'not-an-invite'
  | 'unknown-word'
  | 'has-team'
  | 'no-team'
  | 'owner-only'
  | 'last-owner'
  | 'team-full'
  | 'not-a-bundle'
  | 'other-team'
  | 'bundle-unsigned'
  | 'bundle-not-ours'
  | 'network-held'
  // feeds
  | 'feed-empty'
  | 'not-a-feed'
  | 'feed-too-large'
  | 'feed-list-too-large'
  | 'feed-slow'
  | 'feed-inside'
  | 'feed-unreachable'
  | 'feed-certificate'
  | 'feed-status'
  | 'feed-network'
  | 'feed-off'
  | 'not-a-picture'
  // store
  | 'disk-full'
  | 'disk-read-only'
  | 'store-locked'
  | 'store-damaged'
  | 'store-newer'
  | 'store-encrypting'
  | 'no-key'
  | 'book-locked'
  | 'keystore-refused'
  | 'wrong-secret'
  | 'store-closed'
  // host
  | 'host-gone'
  | 'unknown-request'
  | 'internal';

export type Failure = { code: ErrorCode; detail?: Record<string, string | number> };
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (code: ErrorCode, detail?: Failure['detail']): Result<never> => ({
  ok: false,
  error: detail === undefined ? { code } : { code, detail },
});
