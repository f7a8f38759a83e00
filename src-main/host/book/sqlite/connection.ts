// One SQLite connection with its prepared statements.

import type { DataKey } from '../../keys/data-key.ts';
import { openFile, type SqlFile, type Statement } from './driver.ts';

export type Connection = {
  raw: SqlFile;
  /** Prepared once; the least recently used are let go. */
  prepare(sql: string): Statement;
  close(): void;
};

const keptStatements = 300;

export function openConnection(
  path: string,
  pragmas: readonly string[],
  key?: DataKey,
): Connection {
  const raw = openFile(path, { key });
  try {
    for (const pragma of pragmas) raw.exec(`PRAGMA ${pragma}`);
  } catch (error) {
    raw.close();
    throw error;
  }
  const statementBySql = new Map<string, Statement>();
  return {
    raw,
    prepare(sql) {
      const known = statementBySql.get(sql);
      if (known !== undefined) {
        statementBySql.delete(sql);
        statementBySql.set(sql, known);
        return known;
      }
      const statement = raw.prepare(sql);
      statementBySql.set(sql, statement);
      const oldest = statementBySql.keys().next();
      if (statementBySql.size > keptStatements && !oldest.done) statementBySql.delete(oldest.value);
      return statement;
    },
    close() {
      statementBySql.clear();
      raw.close();
    },
  };
}
