// Whom the team may have no reason to know any more. They are listed to be looked at; nothing is
// ever deleted by itself.

import type { View } from '../query/view.ts';

/**
 * People who have been here for so many months and whom nobody was in touch with since, without
 * a role, a promise or anything else that is due, and without a reason to keep them that still
 * holds. Who was never spoken to comes first. Undefined: nobody is looked at.
 */
export function reviewView(keepMonths: number): View | undefined {
  if (keepMonths <= 0) return undefined;
  const span = { past: keepMonths, unit: 'month' };
  return {
    of: 'people',
    conditions: {
      all: [
        { field: 'lastContact.at', op: 'notWithin', arg: span },
        { field: 'createdAt', op: 'notWithin', arg: span },
        { field: 'org.name', op: 'isNotEmpty', of: 'none' },
        { field: 'promises.ours', op: 'equals', arg: 0 },
        { field: 'promises.theirs', op: 'equals', arg: 0 },
        { field: 'nextDue', op: 'isEmpty' },
        {
          any: [
            { field: 'keepFor', op: 'isEmpty' },
            { field: 'keepUntil', op: 'before', arg: 'today' },
          ],
        },
      ],
    },
    sorts: [{ field: 'lastContact.at', order: 'asc' }],
    groupBy: [],
    columns: [],
    layout: 'table',
  };
}
