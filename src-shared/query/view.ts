// A view says which records, in which order, grouped and shown how. It is data: saved as
// a record, typed at the command line, sent to the host. What a newer version wrote into
// one is kept; prepare.ts says what of it this version cannot do.

import { z } from 'zod';

import type { JsonValue } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';

export const viewCollections = ['people', 'groups', 'ties', 'moments', 'work', 'posts'] as const;
export type ViewCollection = (typeof viewCollections)[number];

/** Over links: whether one, every one or none of the linked records must do. */
export type LinkedOf = 'any' | 'all' | 'none';

export type ViewCondition = {
  /** See places.ts: a field, a set, a fact, or one hop over a link. */
  field: string;
  op: string;
  arg?: JsonValue | undefined;
  of?: LinkedOf | undefined;
};

/** A group without anything in it asks for nothing. */
export type ViewNode =
  | ViewCondition
  | { all: ViewNode[] }
  | { any: ViewNode[] }
  | { none: ViewNode[] };

export type ViewSort = { field: string; order: 'asc' | 'desc' };

/** Text by its first letter, days and times by the calendar; left out: by the value. */
export type GroupBy = 'letter' | 'day' | 'week' | 'month' | 'quarter' | 'year';
export type ViewGroup = { field: string; by?: GroupBy | undefined };

export type ViewColumn = {
  field: string;
  width?: number | undefined;
  footer?: string | undefined;
};

export type View = {
  of: ViewCollection;
  conditions: ViewNode;
  sorts: ViewSort[];
  groupBy: ViewGroup[];
  columns: ViewColumn[];
  layout: string;
};

const longest = { field: 200, op: 40, arg: 20_000, children: 500, depth: 16, nodes: 1_000 };

const field = z.string().min(1).max(longest.field);
const condition = z.object({
  field,
  op: z.string().min(1).max(longest.op),
  arg: z
    .json()
    .refine((arg) => JSON.stringify(arg).length <= longest.arg)
    .optional(),
  of: z.enum(['any', 'all', 'none']).optional(),
});
const children = z.lazy(() => z.array(node).max(longest.children));
const node: z.ZodType<ViewNode> = z.lazy(() =>
  z.union([
    condition.strict(),
    z.object({ all: children }).strict(),
    z.object({ any: children }).strict(),
    z.object({ none: children }).strict(),
  ]),
);

const view = z.object({
  of: z.enum(viewCollections),
  conditions: node.default({ all: [] }),
  sorts: z.array(z.object({ field, order: z.enum(['asc', 'desc']).default('asc') })).default([]),
  groupBy: z
    .array(
      z.object({
        field,
        by: z.enum(['letter', 'day', 'week', 'month', 'quarter', 'year']).optional(),
      }),
    )
    .max(2)
    .default([]),
  columns: z
    .array(
      z.object({
        field,
        width: z.number().min(0).max(5_000).optional(),
        footer: z.string().max(40).optional(),
      }),
    )
    .default([]),
  layout: z.string().max(40).default('table'),
});

/**
 * A whole view, or only its conditions: then it is about `of`. Fails with `not-a-view`,
 * `where` naming the part that could not be understood.
 */
export function parseView(raw: unknown, of: ViewCollection = 'people'): Result<View> {
  if (!isShallow(raw)) return fail('not-a-view', { where: 'conditions' });
  const whole = isNode(raw) ? { of, conditions: raw } : { of, ...(isPlain(raw) ? raw : {}) };
  if (!isPlain(raw)) return fail('not-a-view', { where: 'view' });
  const parsed = view.safeParse(whole);
  if (parsed.success) return ok(parsed.data);
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  return fail('not-a-view', { where: path === '' ? 'view' : path });
}

const isPlain = (raw: unknown): raw is { [name: string]: unknown } =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const isNode = (raw: unknown): boolean =>
  isPlain(raw) && ['field', 'all', 'any', 'none'].some((name) => name in raw);

/** Looked at before the parser, which goes as deep as the data does. */
function isShallow(raw: unknown): boolean {
  let nodes = 0;
  const fits = (value: unknown, depth: number): boolean => {
    nodes += 1;
    if (nodes > longest.nodes * 10 || depth > longest.depth * 2) return false;
    return (
      typeof value !== 'object' ||
      value === null ||
      Object.values(value).every((inner) => fits(inner, depth + 1))
    );
  };
  return fits(raw, 0);
}

/** The same tree without types of its own: what a condition has that a group has not. */
export const isCondition = (one: ViewNode): one is ViewCondition => 'field' in one;

export function groupOf(
  one: Exclude<ViewNode, ViewCondition>,
): [how: 'all' | 'any' | 'none', children: ViewNode[]] {
  if ('all' in one) return ['all', one.all];
  return 'any' in one ? ['any', one.any] : ['none', one.none];
}
