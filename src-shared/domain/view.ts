// A saved view: a question about records, by name. Its parts are data; src-shared/query
// parses them and says what they mean (query/saved.ts reads one from its record).

import { data } from '../fields/link.ts';
import type { JsonValue } from './record.ts';
import { text } from '../fields/text.ts';
import { defineKind } from './kind.ts';

export const view = defineKind('view', {
  collection: 'setup',
  privacy: 'own',
  onErase: 'keep',
  isFound: false,
  fields: {
    name: text({ search: 'name' }),
    /** The collection it is about. */
    of: text({ hidden: true }),
    conditions: data(),
    sorts: data(),
    groupBy: data(),
    columns: data(),
    layout: text({ hidden: true }),
  },
  sets: {},
  mentions: ({ fields: { conditions } }) =>
    [...textsIn(conditions)].map((id) => ({ what: 'conditions', id, target: askedFor })),
});

/** What conditions ask for by its id: a person, an organisation, a bucket. */
const askedFor = { to: ['people', 'groups'] } as const;

/** Walks without calling itself: nobody has said how deep it is. */
function textsIn(value: JsonValue | undefined): ReadonlySet<string> {
  const texts = new Set<string>();
  const open = value === undefined ? [] : [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') texts.add(next);
    else if (typeof next === 'object' && next !== null) open.push(...Object.values(next));
  }
  return texts;
}
