// Mango operators on a path inside the stored JSON. One branch for each JSON type;
// where an array is met, on the way or as the value, RxDB's matcher decides.

import { always, type Condition, maybe, never, not, or, unknown } from './condition.ts';

type JsonType = 'text' | 'integer' | 'real' | 'true' | 'false' | 'null' | 'array' | 'object';
const jsonTypes: readonly JsonType[] = [
  'text',
  'integer',
  'real',
  'true',
  'false',
  'null',
  'array',
  'object',
];
/** What a test says of values of each type; left out: it does not match. */
type Branches = { [type in JsonType | 'missing']?: Condition };
type JsonPath = { type: string; value: string; length: string; parents: string[] };

const longestList = 100;

export function jsonCondition(
  segments: readonly string[],
  operator: string,
  operand: unknown,
): Condition {
  const path = pathOf(segments);
  if (path === undefined) return unknown;
  switch (operator) {
    case '$eq':
      return equal(path, operand);
    case '$ne':
      return not(equal(path, operand));
    case '$in':
      return isIn(path, operand);
    case '$nin':
      return not(isIn(path, operand));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return compare(path, operator, operand);
    case '$exists':
      return operand ? not(test(path, { missing: always })) : test(path, { missing: always });
    case '$type':
      return or([operand].flat().map((name) => hasType(path, name)));
    case '$size':
      return typeof operand === 'number' && Number.isFinite(operand)
        ? test(path, { array: { sql: `(${path.length} = ?)`, params: [operand], isExact: true } })
        : unknown;
    case '$elemMatch':
      return test(path, { array: unknown });
    case '$regex':
      return test(path, { text: unknown, array: unknown });
    default:
      return unknown;
  }
}

/** Undefined for paths that mean more than members of objects. */
function pathOf(segments: readonly string[]): JsonPath | undefined {
  if (segments.some((name) => !/^[\p{L}_][\p{L}\p{N}_ -]*$/u.test(name) || name in {}))
    return undefined;
  const quoted = segments.map((name) => `."${name}"`);
  const at = (count: number): string => `'$${quoted.slice(0, count).join('')}'`;
  const whole = at(segments.length);
  return {
    type: `json_type(data, ${whole})`,
    value: `json_extract(data, ${whole})`,
    length: `json_array_length(data, ${whole})`,
    parents: segments.slice(1).map((_, above) => `json_type(data, ${at(above + 1)})`),
  };
}

function test(path: JsonPath, branches: Branches): Condition {
  const missing = branches.missing ?? never;
  const typed = jsonTypes.map((type) => [type, branches[type] ?? never] as const);
  const whens = typed.map(([type, { sql }]) => `WHEN '${type}' THEN ${sql}`).join(' ');
  const hasParents = path.parents.length > 0;
  const otherwise = hasParents ? behindArray(path, missing) : missing.sql;
  const conditions = [...typed.map(([, condition]) => condition), missing];
  return {
    sql: `(CASE ${path.type} ${whens} ELSE ${otherwise} END)`,
    params: conditions.flatMap(({ params }) => params),
    isExact: !hasParents && conditions.every(({ isExact }) => isExact),
  };
}

const behindArray = ({ parents }: JsonPath, missing: Condition): string =>
  `CASE WHEN 'array' IN (${parents.join(', ')}) THEN NULL ELSE ${missing.sql} END`;

function equal(path: JsonPath, operand: unknown): Condition {
  if (operand === null) return test(path, { null: always, missing: always, array: unknown });
  switch (typeof operand) {
    case 'string':
      return test(path, {
        text: isCommon(operand) ? sqlTest(path, '=', operand) : unknown,
        array: unknown,
      });
    case 'number':
      return test(path, { ...numbers(path, '=', operand), array: unknown });
    case 'boolean':
      return test(path, { [`${operand}` as 'true' | 'false']: always, array: unknown });
    default:
      return unknown;
  }
}

function isIn(path: JsonPath, operand: unknown): Condition {
  if (!Array.isArray(operand) || operand.length > longestList) return unknown;
  return or(operand.map((item) => equal(path, item)));
}

const signByOperator = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' } as const;
type Sign = '=' | (typeof signByOperator)[keyof typeof signByOperator];

/** Only values of the operand's own type compare. */
function compare(
  path: JsonPath,
  operator: keyof typeof signByOperator,
  operand: unknown,
): Condition {
  const sign = signByOperator[operator];
  if (operand === null) {
    return test(path, { null: sign.endsWith('=') ? always : never, array: unknown });
  }
  switch (typeof operand) {
    case 'string':
      return test(path, {
        text: isLow(operand) ? sqlTest(path, sign, operand) : unknown,
        array: unknown,
      });
    case 'number':
      return test(path, { ...numbers(path, sign, operand), array: unknown });
    case 'boolean': {
      const [isFalse, isTrue] = [false, true].map((value) =>
        holds(value, sign, operand) ? always : never,
      );
      return test(path, { false: isFalse ?? never, true: isTrue ?? never, array: unknown });
    }
    default:
      return unknown;
  }
}

function holds(a: boolean, sign: Sign, b: boolean): boolean {
  if (a === b) return sign.endsWith('=');
  return sign.startsWith('>') ? a > b : sign.startsWith('<') && a < b;
}

const sqlTest = ({ value }: JsonPath, sign: Sign, operand: string | number): Condition => ({
  sql: `(${value} ${sign} ?)`,
  params: [operand],
  isExact: true,
});

/** Fractions are read by SQLite to within a hair: too near to tell goes to the matcher. */
function numbers(path: JsonPath, sign: Sign, operand: number): Branches {
  if (!Number.isFinite(operand) || Math.abs(operand) > Number.MAX_SAFE_INTEGER) {
    return { integer: unknown, real: unknown };
  }
  const hair = Math.max(Math.abs(operand) * 1e-12, 1e-300);
  const [above, below] = [Number(sign.startsWith('>')), Number(sign.startsWith('<'))];
  const real = maybe(
    `CASE WHEN ${path.value} > ? THEN ${above} WHEN ${path.value} < ? THEN ${below} END`,
    operand + hair,
    operand - hair,
  );
  return { integer: sqlTest(path, sign, operand), real };
}

/** SQLite compares such text with any other as JavaScript does. */
const isLow = (text: string): boolean => !/[\0\uD800-\uFFFF]/.test(text);
/** Equal in SQLite exactly when equal in JavaScript. */
const isCommon = (text: string): boolean => text.isWellFormed() && !/[\0\uFFFD]/.test(text);

function hasType(path: JsonPath, name: unknown): Condition {
  switch (String(name)) {
    case 'string':
    case '2':
      return test(path, { text: always });
    case 'number':
    case 'double':
    case 'decimal':
    case '1':
    case '19':
      return test(path, { integer: always, real: always });
    case 'int':
    case 'long':
    case '16':
    case '18':
      return test(path, { integer: always, real: unknown });
    case 'bool':
    case 'boolean':
    case '8':
      return test(path, { true: always, false: always });
    case 'null':
    case '10':
      return test(path, { null: always });
    case 'undefined':
    case '6':
      return test(path, { null: always, missing: always });
    case 'object':
    case '3':
      return test(path, { object: always });
    case 'array':
    case '4':
      return test(path, { array: always });
    default:
      return unknown;
  }
}
