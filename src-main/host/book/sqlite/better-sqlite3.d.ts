// What is used of the package, whose own types its `exports` do not reach.
declare module 'better-sqlite3-multiple-ciphers' {
  type SqlValue = string | number | bigint | null | Uint8Array;
  type Row = Record<string, SqlValue>;

  export type Statement = {
    run(...values: SqlValue[]): { changes: number };
    get(...values: SqlValue[]): Row | undefined;
    all(...values: SqlValue[]): Row[];
    iterate(...values: SqlValue[]): IterableIterator<Row>;
  };

  export default class Database {
    constructor(path: string, options: { readonly?: boolean; timeout?: number });
    readonly open: boolean;
    readonly inTransaction: boolean;
    prepare(sql: string): Statement;
    exec(sql: string): void;
    /** It is called with as many values as it has parameters. */
    function<Values extends SqlValue[]>(
      name: string,
      options: { deterministic: boolean },
      answer: (...values: Values) => SqlValue,
    ): void;
    /** Lets everything be done to the file that would damage it. */
    unsafeMode(isOn: boolean): void;
    close(): void;
  }
}
