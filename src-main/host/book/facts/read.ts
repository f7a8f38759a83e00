// The facts of some people, as the columns of a list show them.

import type { FactValues } from '../../../../src-shared/query/answers.ts';
import { factByName, isFactName } from '../../../../src-shared/query/facts.ts';
import type { Connection } from '../sqlite/connection.ts';
import { factColumn } from './columns.ts';

const names = Object.keys(factByName).filter(isFactName);

export function factsOf(reader: Connection, ids: readonly string[]): FactValues {
  const columns = names.map(factColumn).join(', ');
  const rows = reader
    .prepare(`SELECT id, ${columns} FROM facts WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids));
  return Object.fromEntries(
    rows.map((row) => [
      String(row['id']),
      Object.fromEntries(
        names.flatMap((name) => {
          const value = row[factColumn(name)];
          return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
        }),
      ),
    ]),
  );
}
