// What a connection is asked while something is done: the same can then be asked again, bare.

import type { Connection } from '../../../src-main/host/book/sqlite/connection.ts';
import type { Statement } from '../../../src-main/host/book/sqlite/driver.ts';

type Asked = { statement: Statement; how: 'all' | 'get'; args: never[] };

/** Answers with what asks all of it again and drops the rows. */
export async function statementsOf(
  connection: Connection,
  act: () => Promise<unknown>,
): Promise<() => void> {
  const asked: Asked[] = [];
  const prepare = connection.prepare.bind(connection);
  connection.prepare = (sql) => {
    const statement = prepare(sql);
    return new Proxy(statement, {
      get(target, name: keyof Statement) {
        const found = target[name] as (...args: never[]) => unknown;
        if (name !== 'all' && name !== 'get') return found;
        return (...args: never[]) => {
          asked.push({ statement, how: name, args });
          return found.apply(target, args);
        };
      },
    });
  };
  await act();
  connection.prepare = prepare;
  return () => {
    for (const { statement, how, args } of asked) statement[how](...args);
  };
}
