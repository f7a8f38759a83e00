// What can be done with a row.

export type RowActs = {
  log: () => void;
  draft: () => void;
  done: () => void;
  snooze: () => void;
  notMine: () => void;
  pin: () => void;
};
