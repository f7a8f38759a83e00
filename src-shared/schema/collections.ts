// The RxDB collections of the book: what the window opens over the Port and what the
// host keeps tables for. All shared records have one shape (RecordDoc).

import { createRxDatabase, fillWithDefaultSettings } from 'rxdb';
import type { RxCollection, RxDatabase, RxDocumentData, RxJsonSchema, RxStorage } from 'rxdb';

import { kinds } from '../domain/kinds.ts';
import type { CollectionName, RecordDoc } from '../domain/record.ts';

export const databaseName = 'rapport';

/** What the storage keeps beside a collection's documents. */
export const recordCollections: {
  readonly [collection: string]: { multiValue: string; search: boolean };
} = {
  people: traitsOf('people'),
  groups: traitsOf('groups'),
  ties: traitsOf('ties'),
  moments: traitsOf('moments'),
  work: traitsOf('work'),
  posts: traitsOf('posts'),
  setup: traitsOf('setup'),
  local: traitsOf('local'),
};

/** Words are kept for search where a kind says that it is found by them. */
function traitsOf(name: CollectionName): { multiValue: string; search: boolean } {
  const inside = [...kinds.values()].filter(({ collection }) => collection === name);
  return { multiValue: 'keys', search: inside.some(({ isFound }) => isFound) };
}

const text = (maxLength: number) => ({ type: 'string', maxLength }) as const;
/** ms since 1970 from the year 1 to 9999, the range that dates can be written in. */
const time = {
  type: 'number',
  minimum: -62_135_596_800_000,
  maximum: 253_402_300_799_999,
  multipleOf: 1,
} as const;
const object = { type: 'object', additionalProperties: true } as const;

const recordSchema = (indexes: string[][]): RxJsonSchema<RecordDoc> => ({
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: text(64),
    kind: text(40),
    status: text(20),
    scope: text(20),
    name: text(300),
    sortKey: text(120),
    keys: { type: 'array', items: { type: 'string' } },
    at: time,
    createdAt: time,
    updatedAt: time,
    fields: object,
    sets: object,
    note: { type: 'string' },
    origin: object,
    stamps: object,
    conflicts: { type: 'array', items: object },
    state: { type: 'string' },
  },
  required: [
    'id',
    'kind',
    'status',
    'scope',
    'name',
    'sortKey',
    'keys',
    'at',
    'createdAt',
    'updatedAt',
  ],
  indexes,
});

const byName = ['status', 'sortKey'];
const byEdit = ['status', 'updatedAt'];
const byTime = ['status', 'at'];

export const schemas = {
  people: recordSchema([byName, byEdit]),
  groups: recordSchema([['kind', ...byName], byName, byEdit]),
  ties: recordSchema([byEdit]),
  moments: recordSchema([byTime, byEdit]),
  work: recordSchema([['kind', ...byTime], byTime, byEdit]),
  posts: recordSchema([byTime]),
  setup: recordSchema([['kind', ...byName], byEdit]),
  local: recordSchema([['kind', 'at']]),
} as const;

/** As RxDB fills them in. */
export const filledSchemas: ReadonlyMap<string, FilledSchema> = new Map(
  Object.entries(schemas).map(([name, schema]) => [
    name,
    fillWithDefaultSettings(schema) as unknown as FilledSchema,
  ]),
);
type FilledSchema = RxJsonSchema<RxDocumentData<Record<string, unknown>>>;

export type Collections = {
  people: RxCollection<RecordDoc>;
  groups: RxCollection<RecordDoc>;
  ties: RxCollection<RecordDoc>;
  moments: RxCollection<RecordDoc>;
  work: RxCollection<RecordDoc>;
  posts: RxCollection<RecordDoc>;
  setup: RxCollection<RecordDoc>;
  local: RxCollection<RecordDoc>;
};
export type BookDatabase = RxDatabase<Collections>;

export type OpenOptions = {
  /** Another name than `rapport`: a test's own. */
  name?: string;
  /** Closes the database of this name that is open already. */
  closeDuplicates?: boolean;
};

/** Opens all collections. Close the database when its connection is gone. */
export async function openCollections(
  storage: RxStorage<unknown, unknown>,
  options: OpenOptions = {},
): Promise<BookDatabase> {
  const database = await createRxDatabase<Collections>({
    name: options.name ?? databaseName,
    storage,
    multiInstance: false,
    allowSlowCount: true,
    closeDuplicates: options.closeDuplicates ?? false,
  });
  const wanted = Object.entries(schemas).map(([name, schema]) => [name, { schema }]);
  await database.addCollections(Object.fromEntries(wanted));
  return database;
}
