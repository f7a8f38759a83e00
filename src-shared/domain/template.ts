// Words that are written again and again, with places that are filled in for each person
// (src-shared/drafts/template.ts says how they stand in the text).

import { choice } from '../fields/choice.ts';
import { longText, text } from '../fields/text.ts';
import { defineKind } from './kind.ts';
import { purposes } from './permission.ts';

export const template = defineKind('template', {
  collection: 'setup',
  privacy: 'own',
  onErase: 'keep',
  isFound: false,
  fields: {
    name: text({ search: 'name' }),
    subject: text({ search: 'body' }),
    body: longText({ search: 'body' }),
    /** What it is written for: whoever has not allowed that is left out. */
    purpose: choice(purposes),
    /** BCP 47; of several templates of one name each person gets the one in their language. */
    language: text(),
  },
  sets: {},
});
