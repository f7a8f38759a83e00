// Reads the history: of a record, of everybody, of a time. The newest stands first, by its
// place and not by a clock.

import type {
  HistoryAction,
  HistoryLine,
  RecordHistory,
  ToldAction,
  ToldActions,
  TouchedRecord,
  TouchedRecords,
} from '../../../../src-shared/bridge/history-types.ts';
import type { CollectionName, RecordDoc, Source } from '../../../../src-shared/domain/record.ts';
import type { Written } from '../../../../src-shared/records/writes.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { SqlValue } from '../sqlite/driver.ts';
import { readDocs } from '../sqlite/record-reads.ts';
import { completeSince } from './begin.ts';
import type { HistorySource } from './source.ts';
import { markUnsure } from './unsure.ts';

/** `devices`: this laptop's id, and those it wrote under before. */
export type HistoryReader = Omit<HistorySource, 'writer'> & {
  reader: Connection;
  devices: readonly string[];
};

type SqlRow = Record<string, SqlValue>;

export const actionColumns =
  'a.n, a.action, a.verb, a.by, a.device, a.at, a.source, a.arrived, a.made, a.changed';

export function historyOf(
  source: HistoryReader,
  {
    id,
    before = Number.MAX_SAFE_INTEGER,
    limit,
  }: { id: string; before?: number | undefined; limit: number },
): RecordHistory {
  const { reader } = source;
  const rows = reader
    .prepare(
      `SELECT ${actionColumns}, r.n AS place, r.line, r.changes
       FROM history_rows r JOIN history_actions a ON a.n = r.action
       WHERE r.record = ? AND r.n < ? ORDER BY r.n DESC LIMIT ?`,
    )
    .all(id, before, limit + 1);
  const actions = readActions(source, rows.slice(0, limit));
  const lines = rows.slice(0, limit).flatMap((row, at): HistoryLine[] => {
    const action = actions[at];
    const line = row['line'];
    return action === undefined
      ? []
      : [
          {
            n: Number(row['place']),
            action,
            row: typeof line === 'number' ? line : null,
            changes: changesIn(row),
          },
        ];
  });
  return { lines, isMore: rows.length > limit, begins: completeSince(reader) };
}

type Asked = {
  before?: number | undefined;
  since: number;
  whose: 'all' | 'mine' | 'others';
  limit: number;
};

/** Some of what each touched is said with it. */
const mostNamed = 4;

export function actionsBefore(source: HistoryReader, asked: Asked): ToldActions {
  const { before = Number.MAX_SAFE_INTEGER, since, whose, limit } = asked;
  const not = whose === 'others' ? 'NOT ' : '';
  const only = whose === 'all' ? '' : ` AND a.device ${not}IN (SELECT value FROM json_each(?))`;
  const rows = source.reader
    .prepare(
      `SELECT ${actionColumns} FROM history_actions a
       WHERE a.n < ? AND a.n > ?${only} ORDER BY a.n DESC LIMIT ?`,
    )
    .all(before, since, ...(whose === 'all' ? [] : [JSON.stringify(source.devices)]), limit + 1);
  const actions = readActions(source, rows.slice(0, limit)).map((action): ToldAction => {
    const asks = { n: action.n, offset: 0, limit: mostNamed };
    return { ...action, some: touchedBy(source, asks).records };
  });
  return { actions, isMore: rows.length > limit };
}

/** Whether an action of this laptop stands is said by its undo entry. */
export function readActions(source: HistoryReader, rows: readonly SqlRow[]): HistoryAction[] {
  const { reader, tableOf, devices, now } = source;
  const ids = rows.flatMap(({ action }) => (typeof action === 'string' ? [action] : []));
  const logged = readDocs(reader, tableOf('local'), [...new Set(ids)]);
  const read = rows.map((row): HistoryAction => {
    const action = typeof row['action'] === 'string' ? row['action'] : null;
    const verb = String(row['verb']);
    const isTurn = verb === 'undo' || verb === 'redo';
    const entry = action === null ? undefined : logged.get(action);
    const label = entry?.fields['label'];
    // Taken back or done again is what the action did, not how far it came.
    const told = entry?.fields['said'];
    const [made, changed] = [Number(row['made']), Number(row['changed'])];
    return {
      n: Number(row['n']),
      action: isTurn || entry === undefined ? null : action,
      verb,
      of: isTurn && typeof label === 'string' ? label : null,
      by: String(row['by']),
      device: String(row['device']),
      at: Number(row['at']),
      source: JSON.parse(String(row['source'])) as Source,
      arrived: Number(row['arrived']),
      isUnsure: false,
      made,
      changed,
      count: typeof told === 'number' ? told : made + changed,
      isUndone: !isTurn && entry?.fields['state'] === 'undone',
      isOwn: devices.includes(String(row['device'])),
    };
  });
  return markUnsure(read, now());
}

export function touchedBy(
  { reader, tableOf }: Pick<HistoryReader, 'reader' | 'tableOf'>,
  { n, offset, limit }: { n: number; offset: number; limit: number },
): TouchedRecords {
  const refs = [...refsMade(reader, n), ...refsChanged(reader, n)];
  const isPerson = ({ collection }: Ref): boolean => ['people', 'groups'].includes(collection);
  const ordered = [...refs.filter(isPerson), ...refs.filter((ref) => !isPerson(ref))];
  const page = ordered.slice(offset, offset + limit);
  const docs = new Map<string, RecordDoc>();
  for (const [collection, some] of Map.groupBy(page, (ref) => ref.collection)) {
    const ids = some.map(({ id }) => id);
    for (const [id, doc] of readDocs(reader, tableOf(collection), ids)) docs.set(id, doc);
  }
  const records = page.map((ref): TouchedRecord => {
    const doc = docs.get(ref.id);
    return { ...ref, name: doc?.name ?? '', status: doc?.status ?? 'gone' };
  });
  return { records, total: refs.length };
}

type Ref = Pick<TouchedRecord, 'collection' | 'id' | 'kind' | 'isMade' | 'whats'>;

function refsMade(reader: Connection, n: number): Ref[] {
  return reader
    .prepare('SELECT collection, kind, ids FROM history_made WHERE action = ? ORDER BY n')
    .all(n)
    .flatMap(({ collection, kind, ids }) =>
      (JSON.parse(String(ids)) as string[]).map((id) => ({
        collection: collection as CollectionName,
        kind: String(kind),
        id,
        isMade: true,
        whats: [],
      })),
    );
}

function refsChanged(reader: Connection, n: number): Ref[] {
  return reader
    .prepare(
      'SELECT collection, kind, record, changes FROM history_rows WHERE action = ? ORDER BY n',
    )
    .all(n)
    .map((row) => ({
      collection: row['collection'] as CollectionName,
      kind: String(row['kind']),
      id: String(row['record']),
      isMade: false,
      whats: changesIn(row).map(({ what }) => what),
    }));
}

export const changesIn = (row: SqlRow): Written[] =>
  JSON.parse(String(row['changes'])) as Written[];
