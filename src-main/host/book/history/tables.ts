// The history of this book, local to this laptop (docs/decisions/0033). An action is what
// somebody did at one time, here or on a teammate's laptop; a row is what it changed in one
// record; what it made is listed many to a row, so that an import costs next to nothing.

export const historySql = `
  CREATE TABLE IF NOT EXISTS history_actions (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    action TEXT, verb TEXT NOT NULL,
    by TEXT NOT NULL, device TEXT NOT NULL, at INTEGER NOT NULL, source TEXT NOT NULL,
    arrived INTEGER NOT NULL,
    made INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS history_of_action ON history_actions (action) WHERE action IS NOT NULL;
  CREATE INDEX IF NOT EXISTS history_of_device ON history_actions (device, n);
  CREATE INDEX IF NOT EXISTS history_of_verb ON history_actions (verb, n);
  CREATE INDEX IF NOT EXISTS history_arrival ON history_actions (arrived);
  CREATE TABLE IF NOT EXISTS history_rows (
    n INTEGER PRIMARY KEY AUTOINCREMENT, action INTEGER NOT NULL,
    collection TEXT NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL,
    line INTEGER, changes TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS history_by_record ON history_rows (record, n);
  CREATE INDEX IF NOT EXISTS history_by_action ON history_rows (action);
  CREATE TABLE IF NOT EXISTS history_made (
    n INTEGER PRIMARY KEY, action INTEGER NOT NULL, collection TEXT NOT NULL, kind TEXT NOT NULL,
    ids TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS history_made_by ON history_made (action);
  CREATE TABLE IF NOT EXISTS history_state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
`;

/** So many ids of what was made stand in one row. */
export const madeInRow = 500;
