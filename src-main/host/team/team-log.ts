// What happened between the team's laptops, for a person to read: the last few hundred
// lines since the start.

import type { LogEntry } from '../../../src-shared/bridge/team-types.ts';

export type TeamLog = {
  add: (entry: Omit<LogEntry, 'at'>) => void;
  /** The newest first. */
  entries: () => LogEntry[];
};

const most = 300;

export function createTeamLog(): TeamLog {
  let entries: LogEntry[] = [];
  return {
    add: (entry) => {
      entries = [{ ...entry, at: Date.now() }, ...entries].slice(0, most);
    },
    entries: () => entries,
  };
}
