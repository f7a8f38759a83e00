// A list of whole numbers, one for each row, as small as memory has them.

export type Column = {
  get(row: number): number;
  set(row: number, value: number): void;
};

/** From 0 to 2³² - 1; 0 where nothing was set. */
export function createColumn(): Column {
  let values = new Uint32Array(1_024);
  return {
    get: (row) => values[row] ?? 0,
    set(row, value) {
      if (row >= values.length) {
        const longer = new Uint32Array(Math.max(row + 1, values.length * 2));
        longer.set(values);
        values = longer;
      }
      values[row] = value;
    },
  };
}
