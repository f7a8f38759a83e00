// A saved view: a question about records, by name. Its parts are data; src-shared/query
// parses them and says what they mean (query/saved.ts reads one from its record).

import { data } from '../fields/link.ts';
import { askedFor } from './asked-for.ts';
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
  mentions: ({ fields }) =>
    ['conditions', 'sorts', 'groupBy', 'columns'].flatMap((part) => askedFor(part, fields[part])),
});
