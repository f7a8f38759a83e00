// Today of 20,000 people and 200,000 moments, against running once more, and doing nothing
// with them, the very statements that it reads the book with.

import { kinds } from '../../src-shared/domain/kinds.ts';
import { openViews } from '../../src-main/host/book/query/views.ts';
import { bookToday } from '../../src-main/host/book/today/today.ts';
import { inTurns, median, report } from './report.ts';
import { makeSecondMorningBook, now } from './support/second-morning-book.ts';
import { statementsOf } from './support/statements.ts';

const size = Number(process.env['BENCH_SIZE'] ?? 20_000);
const rounds = 15;
const looking = {
  now,
  zone: 'Europe/Berlin',
  today: '2026-03-12',
  member: 'Ana',
  devices: new Set<string>(),
};

const { database } = await makeSecondMorningBook(size, size * 10);
const views = openViews(database, {
  now,
  zone: looking.zone,
  weekStart: 1,
  kinds,
  smart: new Map(),
});
const today = bookToday(database);
const list = async (): Promise<number> => {
  const began = performance.now();
  const { rows } = await today.list(views, looking);
  if (rows.length === 0) throw new Error('nothing to do today');
  return performance.now() - began;
};
await list();
const statements = await statementsOf(database.reader, list);
const bare = (): number => {
  const began = performance.now();
  statements();
  return performance.now() - began;
};
bare();
const samples = await inTurns(rounds, list, bare);
report({
  name: 'Today, against its own statements run bare, p50',
  size,
  value: median(samples.ours),
  unit: 'ms',
  peer: 'the same statements, their rows read and dropped',
  peerValue: median(samples.peer),
  mark: 3,
});
await database.close();
process.exit(0);
