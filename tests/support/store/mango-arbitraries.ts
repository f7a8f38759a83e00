// Random documents and random Mango queries for comparing storages. Values come from a
// small pool, so that queries hit; the pool holds what storages like to get wrong.

import fc from 'fast-check';
import type { MangoQuery, RxDocumentData, RxJsonSchema } from 'rxdb';
import { fillWithDefaultSettings } from 'rxdb';

export type MangoDoc = { id: string } & Record<string, unknown>;

export const mangoSchema: RxJsonSchema<RxDocumentData<MangoDoc>> = fillWithDefaultSettings({
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 20 },
    text: { type: 'string', maxLength: 20 },
    count: { type: 'number', minimum: -100, maximum: 100, multipleOf: 1 },
    flag: { type: 'boolean' },
    nested: { type: 'object', properties: { word: { type: 'string', maxLength: 20 } } },
    keys: { type: 'array', items: { type: 'string' } },
    free: {},
    deep: { type: 'object' },
    list: { type: 'array' },
  },
  required: ['id', 'text', 'count', 'flag', 'nested'],
  indexes: ['text', ['flag', 'count'], ['nested.word', 'text'], 'count'],
} as RxJsonSchema<MangoDoc>);

const words = ['', 'a', 'ab', 'b', 'A', 'é', 'z z', '\u{1F600}', '\uE000', '\uD7FF', '7', 'true'];
const wild = ['\uFFFF', '\uD800', 'a\0', '\uFFFD', '\t', 'toString'];
const numbers = [-100, -1, 0, 1, 2, 7, 100];
const fractions = [1.5, 0.1 + 0.2, 0.3, 1e21, 2 ** 53, 2 ** 60, -1e-7];

const word = fc.constantFrom(...words);
const number = fc.constantFrom(...numbers);
const scalar = fc.oneof(
  word,
  number,
  fc.constantFrom(...wild),
  fc.constantFrom(...fractions),
  fc.boolean(),
  fc.constant(null),
);
const anything = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.array(fc.array(scalar, { maxLength: 2 }), { maxLength: 2 }),
  fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }),
  fc.array(fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }), { maxLength: 2 }),
);

/** Fields without an index: anything goes, missing too. */
const freeFields = {
  keys: fc.array(word, { maxLength: 4 }),
  free: anything,
  deep: fc.oneof(
    fc.record({ x: anything, y: scalar }, { requiredKeys: [] }),
    fc.record({ x: fc.record({ y: anything }, { requiredKeys: [] }) }),
    scalar,
  ),
  list: fc.array(anything, { maxLength: 3 }),
};
const tidyFields = { text: word, count: number, flag: fc.boolean(), nested: fc.record({ word }) };
/** Indexed fields that break every promise of the schema. */
const untidyFields = {
  text: anything,
  count: anything,
  flag: scalar,
  nested: fc.oneof(fc.record({ word: scalar }, { requiredKeys: [] }), scalar),
};

export const docsOf = (isTidy: boolean): fc.Arbitrary<MangoDoc[]> => {
  const indexed = isTidy ? tidyFields : untidyFields;
  const requiredKeys = isTidy ? (Object.keys(tidyFields) as never[]) : [];
  return fc
    .array(fc.record({ ...indexed, ...freeFields }, { requiredKeys }), { maxLength: 14 })
    .map((docs) => docs.map((doc, at) => plain({ id: `d${(at * 7) % 15}`, ...doc }) as MangoDoc));
};

/** As JSON has it: no objects without prototype, no negative zero. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const operand = fc.oneof({ weight: 3, arbitrary: scalar }, anything).map(plain);
const types = fc.constantFrom(
  'string',
  'number',
  'int',
  'bool',
  'null',
  'undefined',
  'array',
  'object',
  2,
  4,
  10,
);
const comparisons = ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'];

/** Any operator on any value. */
const looseOperation: fc.Arbitrary<Record<string, unknown>> = fc.letrec<{
  any: Record<string, unknown>;
}>((tie) => ({
  any: fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...comparisons), operand).map(pair) },
    fc.tuple(fc.constantFrom('$in', '$nin'), fc.array(operand, { maxLength: 3 })).map(pair),
    fc.boolean().map((value) => ({ $exists: value })),
    fc.oneof(types, fc.array(types, { maxLength: 2 })).map((value) => ({ $type: value })),
    fc.nat({ max: 3 }).map((value) => ({ $size: value })),
    fc.tuple(fc.constantFrom(2, 3), fc.constantFrom(0, 1)).map((value) => ({ $mod: value })),
    fc.constantFrom('a', '^a', '^', '^A|b', 'B$', '^é').map((value) => ({ $regex: value })),
    fc.constant({ $regex: '^a', $options: 'i' }),
    fc.tuple(tie('any'), tie('any')).map(([a, b]) => ({ ...a, ...b })),
    tie('any').map((value) => ({ $not: value })),
    tie('any').map((value) => ({ $elemMatch: value })),
    operand.map((value) => ({ $elemMatch: { x: { $eq: value } } })),
  ),
})).any;

/** On indexed fields the memory storage trusts operands to have the field's type. */
const tidyOperation = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...comparisons), value).map(pair) },
    fc
      .tuple(fc.constantFrom('$in', '$nin'), fc.array(value, { minLength: 1, maxLength: 3 }))
      .map(pair),
    fc.tuple(value, value).map(([from, to]) => ({ $gte: from, $lt: to })),
    fc.tuple(value, value).map(([from, to]) => ({ $gt: from, $lte: to })),
    value.map((inner) => ({ $not: { $eq: inner } })),
    fc.constantFrom('^a', 'b').map((pattern) => ({ $regex: pattern })),
    fc.boolean().map((exists) => ({ $exists: exists })),
    types.map((type) => ({ $type: type })),
  );

const freePaths = [
  'free',
  'deep',
  'deep.x',
  'deep.x.y',
  'list',
  'list.x',
  'list.0',
  'keys',
  'nothing',
  'free.x',
];
const indexedPaths = ['text', 'count', 'flag', 'nested.word', 'id'];

function selectorOf(isTidy: boolean): fc.Arbitrary<Record<string, unknown>> {
  const id = fc.nat({ max: 14 }).map((at) => `d${at}`);
  const values: Record<string, fc.Arbitrary<unknown>> = {
    text: word,
    count: number,
    flag: fc.boolean(),
    'nested.word': word,
    id,
  };
  const free = fc.tuple(fc.constantFrom(...freePaths), looseOperation).map(pair);
  const keys = fc.oneof(
    word.map((value) => ({ keys: { $elemMatch: { $eq: value } } })),
    fc.array(word, { maxLength: 3 }).map((value) => ({ keys: { $in: value } })),
    word.map((value) => ({ keys: { $eq: value } })),
    word.map((value) => ({ keys: { $not: { $elemMatch: { $eq: value } } } })),
  );
  const indexed = fc.constantFrom(...indexedPaths).chain((path) => {
    const operation = isTidy ? tidyOperation(values[path] ?? word) : looseOperation;
    return operation.map((value) => ({ [path]: value }));
  });
  return fc.letrec<{ any: Record<string, unknown> }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 1, arbitrary: fc.constant({}) },
      { weight: 3, arbitrary: free },
      { weight: 4, arbitrary: indexed },
      { weight: 2, arbitrary: keys },
      { weight: 3, arbitrary: fc.tuple(tie('any'), tie('any')).map(([a, b]) => ({ ...a, ...b })) },
      {
        weight: 3,
        arbitrary: fc
          .tuple(
            fc.constantFrom('$and', '$or', '$nor'),
            fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
          )
          .map(pair),
      },
    ),
  })).any;
}

export const queryOf = (isTidy: boolean): fc.Arbitrary<MangoQuery<MangoDoc>> =>
  fc.record(
    {
      selector: selectorOf(isTidy),
      sort: fc
        .uniqueArray(
          fc.tuple(
            fc.constantFrom(...indexedPaths, 'free', 'deep.x'),
            fc.constantFrom('asc', 'desc'),
          ),
          { selector: ([path]) => path, minLength: 1, maxLength: 3 },
        )
        .map((parts) => parts.map(pair)),
      skip: fc.nat({ max: 4 }),
      limit: fc.nat({ max: 6 }),
    },
    { requiredKeys: ['selector'] },
  ) as unknown as fc.Arbitrary<MangoQuery<MangoDoc>>;

function pair([name, value]: readonly [string, unknown]): Record<string, unknown> {
  return { [name]: value };
}
