// What a condition can ask of a value, by the family of its type. A field type offers
// one of these lists; src-shared/query says what each of them means.

export const textOperators = [
  'is',
  'isNot',
  'contains',
  'containsNot',
  'startsWith',
  'isEmpty',
  'isNotEmpty',
] as const;
export const numberOperators = [
  'equals',
  'notEquals',
  'above',
  'atLeast',
  'below',
  'atMost',
  'isEmpty',
  'isNotEmpty',
] as const;
export const timeOperators = [
  'on',
  'notOn',
  'before',
  'onOrBefore',
  'after',
  'onOrAfter',
  'within',
  'notWithin',
  'moreThanAgo',
  'moreThanAhead',
  'anniversaryWithin',
  'isEmpty',
  'isNotEmpty',
] as const;
export const choiceOperators = ['isAnyOf', 'isNoneOf', 'isEmpty', 'isNotEmpty'] as const;
export const choicesOperators = [
  'hasAnyOf',
  'hasAllOf',
  'hasNoneOf',
  'isExactly',
  'isEmpty',
  'isNotEmpty',
] as const;
export const yesNoOperators = ['isYes', 'isNo'] as const;
/** Of fields that the team defined: what stands there cannot be read as the field's type. */
export const ownOperators = ['doesNotFit'] as const;

export type Operator =
  | (typeof textOperators)[number]
  | (typeof numberOperators)[number]
  | (typeof timeOperators)[number]
  | (typeof choiceOperators)[number]
  | (typeof choicesOperators)[number]
  | (typeof yesNoOperators)[number]
  | (typeof ownOperators)[number];

const every: ReadonlySet<string> = new Set<Operator>([
  ...textOperators,
  ...numberOperators,
  ...timeOperators,
  ...choiceOperators,
  ...choicesOperators,
  ...yesNoOperators,
  ...ownOperators,
]);

/** Of any type; a later version may know more. */
export const isKnownOperator = (op: string): boolean => every.has(op);
