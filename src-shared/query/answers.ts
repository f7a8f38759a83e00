// What a view is answered with besides ids.

/** A record with several values counts in each of their groups; null: it has none. */
export type GroupCount = { key: string | null; count: number };

/** How many have something there; `sums` by currency, '' for plain numbers. */
export type ColumnSums = { filled: number; sums: { [currency: string]: number } };
