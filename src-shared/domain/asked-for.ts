// Records that the conditions of a view name: it says something of them, but does not hang on them.

import { privatePrefix } from './kept-here.ts';
import type { RecordLink } from './links.ts';
import type { JsonValue } from './record.ts';

/** What conditions ask for by its id: a person, an organisation, a bucket. */
const target = { to: ['people', 'groups'] } as const;

/** And which private fields, by their definitions. */
const fieldTarget = { to: ['setup'] } as const;

/** `x:` and `p:` may follow links: `role.p:<id>`. */
const privateField = new RegExp(`(?:^|\\.)${privatePrefix}([\\w-]+)$`);

/** `what`: the field that holds the conditions. */
export const askedFor = (what: string, conditions: JsonValue | undefined): RecordLink[] =>
  [...textsIn(conditions)].map((id) => {
    const field = privateField.exec(id)?.[1];
    return field === undefined ? { what, id, target } : { what, id: field, target: fieldTarget };
  });

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
