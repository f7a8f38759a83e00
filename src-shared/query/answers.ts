// What a view is answered with besides ids.

/** A record with several values counts in each of their groups; null: it has none. */
export type GroupCount = { key: string | null; count: number };

/** By id, then by the fact's name as a view's column gives it. */
export type FactValues = { [id: string]: { [fact: string]: string | number } };

/** How many have something there; `sums` by currency, '' for plain numbers. */
export type ColumnSums = { filled: number; sums: { [currency: string]: number } };
