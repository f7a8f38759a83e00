// A typed, dated link. type `role`: from a person to a group, with a title, dates,
// what they expect of us and their stance. Other types link two people (colleague,
// introduced, influences, relation) or a person and a community (member).

import { day } from '../fields/day.ts';
import { link } from '../fields/link.ts';
import { longText, text } from '../fields/text.ts';
import { defineKind } from './kind.ts';

const end = () => link({ to: ['people', 'groups'], owner: true, along: true });

export const tie = defineKind('tie', {
  collection: 'ties',
  privacy: 'as-linked',
  onErase: 'with-owner',
  fields: {
    type: text(),
    from: end(),
    to: end(),
    title: text({ search: 'name' }),
    department: text({ search: 'name' }),
    start: day(),
    until: day(),
    expects: longText({ search: 'body' }),
    stance: text(),
  },
  sets: {},
});
