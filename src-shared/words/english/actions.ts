// What was done, by the label that the undo log keeps of it.

import type { ActionLabel } from '../../records/action.ts';

export const actions = {
  'done.create': '{count, plural, one {Added # record} other {Added # records}}',
  'done.edit': '{count, plural, one {Changed # record} other {Changed # records}}',
  'done.gather': 'The values are together in the field',
  'done.bulk': 'Changed {count, plural, one {# person} other {# people}}',
  'done.tags': 'Changed tags',
  'done.trash': 'Moved {count, plural, one {# record} other {# records}} to the trash',
  'done.restore': 'Restored {count, plural, one {# record} other {# records}}',
  'done.erase': 'Erased {count, plural, one {# record} other {# records}} for good',
  'done.merge': 'Merged {count, plural, one {# record} other {# records}}',
  'done.merge-many': '{count, plural, one {# person merged} other {# people merged}}',
  'done.unmerge': 'Taken apart again',
  'done.judge': 'Decided whether they are the same',
  'done.resolve-conflict': 'Decided which value stays',
  'done.import': 'Imported {count, plural, one {# record} other {# records}}',
  'done.share':
    '{count, plural, one {Shared with the team} other {Shared # records with the team}}',
  'done.sample': 'Sample team loaded',
  'done.something': 'Something',
  'done.other': 'Done',
} as const satisfies {
  readonly [label in ActionLabel | 'other' | 'something' as `done.${label}`]: string;
};
