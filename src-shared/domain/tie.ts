// A typed, dated link. type `role`: from a person to a group, with a title, dates,
// what they expect of us and their stance. Other types link two people (colleague,
// introduced, influences, relation) or a person and a community (member).

import type { KindDefinition } from './kind.ts';
import { joinText } from './person.ts';

export const tieFields = [
  'type',
  /** Record ids. */
  'from',
  'to',
  'title',
  'department',
  /** YYYY-MM-DD, YYYY-MM or YYYY; absent when not known. */
  'start',
  'until',
  'expects',
  'stance',
] as const;

export const tie: KindDefinition = {
  kind: 'tie',
  collection: 'ties',
  fields: tieFields,
  sets: {},
  derive: ({ fields, note }) => {
    const name = joinText([fields['title'], fields['department']]);
    const ends = [fields['from'], fields['to']].filter((end) => typeof end === 'string');
    return {
      name,
      keys: ends,
      search: { name, contact: '', body: joinText([fields['expects'], note]) },
    };
  },
};
