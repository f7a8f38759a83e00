// Changes a tree of conditions where somebody builds it: a group's word, what is added to
// it, changed in it or taken out.

import {
  groupOf,
  isCondition,
  type ViewCondition,
  type ViewNode,
} from '../../src-shared/query/view.ts';

export type ViewGroupNode = Exclude<ViewNode, ViewCondition>;
export type GroupHow = 'all' | 'any' | 'none';

/** As many levels as can be built here; what has more is shown and kept. */
export const mostLevels = 3;

export function groupWith(how: GroupHow, children: ViewNode[]): ViewGroupNode {
  if (how === 'all') return { all: children };
  return how === 'any' ? { any: children } : { none: children };
}

/** The outermost group; one condition alone stands in one. */
export const rootOf = (conditions: ViewNode): ViewGroupNode =>
  isCondition(conditions) ? { all: [conditions] } : conditions;

export const changeChildren = (
  group: ViewGroupNode,
  change: (children: ViewNode[]) => ViewNode[],
): ViewGroupNode => {
  const [how, children] = groupOf(group);
  return groupWith(how, change(children));
};

const same = (a: ViewNode, b: ViewNode): boolean => JSON.stringify(a) === JSON.stringify(b);

export const hasNode = (group: ViewGroupNode, node: ViewNode): boolean =>
  groupOf(group)[1].some((child) => same(child, node));

/** Adds it to what must hold; takes it out where it stands there. */
export function toggleNode(group: ViewGroupNode, node: ViewNode): ViewGroupNode {
  if (hasNode(group, node))
    return changeChildren(group, (children) => children.filter((child) => !same(child, node)));
  return addNode(group, node);
}

/** To a group that asks for any or none of its own it is added from outside. */
export const addNode = (group: ViewGroupNode, node: ViewNode): ViewGroupNode =>
  'all' in group || groupOf(group)[1].length === 0
    ? changeChildren('all' in group ? group : { all: [] }, (children) => [...children, node])
    : { all: [group, node] };
