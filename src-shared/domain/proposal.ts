// A change that somebody's public profile suggests for their record: offered, never made
// automatically. Shared, so that one answer serves the team; the later word wins whole.

import { choice } from '../fields/choice.ts';
import { time } from '../fields/day.ts';
import { data, link } from '../fields/link.ts';
import { handle, isText, text } from '../fields/text.ts';
import { laterSaid } from './feed-state.ts';
import { defineKind } from './kind.ts';

export const proposal = defineKind('proposal', {
  collection: 'work',
  privacy: 'as-linked',
  onErase: 'with-owner',
  isFound: false,
  fields: {
    /** Whom it is about. */
    owner: link({ to: ['people', 'groups'], owner: true }),
    what: choice(['name', 'job', 'place']),
    from: data({ is: isText }),
    to: text({ search: 'name' }),
    /** Where it was read, for whoever wants to look. */
    source: handle(),
    state: choice(['open', 'taken', 'dismissed']),
    /** When the state was said. */
    said: time({ hidden: true }),
  },
  sets: {},
  combine: laterSaid,
});
