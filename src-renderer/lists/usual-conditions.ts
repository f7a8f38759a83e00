// What lists are asked most.

import type { ViewCondition } from '../../src-shared/query/view.ts';

export const notSpokenTo: ViewCondition = {
  field: 'lastContact.at',
  op: 'notWithin',
  arg: { past: 90, unit: 'day' },
};
export const birthdaySoon: ViewCondition = {
  field: 'birthday',
  op: 'anniversaryWithin',
  arg: { count: 30, unit: 'day' },
};
export const newThisMonth: ViewCondition = {
  field: 'createdAt',
  op: 'within',
  arg: { this: 'month' },
};
