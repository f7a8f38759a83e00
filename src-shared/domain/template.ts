// Words that are written again and again, with places that are filled in for each person
// (src-shared/drafts/template.ts says how they stand in the text).

import { longText, text } from '../fields/text.ts';
import { defineKind } from './kind.ts';

export const template = defineKind('template', {
  collection: 'setup',
  privacy: 'own',
  onErase: 'keep',
  isFound: false,
  fields: {
    name: text({ search: 'name' }),
    subject: text({ search: 'body' }),
    body: longText({ search: 'body' }),
  },
  sets: {},
});
