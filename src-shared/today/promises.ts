// What we promised and have not kept yet, from the day on which it is due.

import { sideOf, stateOf } from '../domain/promise.ts';
import { lastDayOf } from '../domain/promise-due.ts';
import { addTo } from '../query/calendar.ts';
import { graceDays, standingOf } from '../query/promise-standing.ts';
import { isFor, type Looking, nearestOf, type Promised } from './input.ts';
import type { Row } from './rows.ts';

export function promiseRows(promises: readonly Promised[], looking: Looking): Row[] {
  return promises.flatMap((doc): Row[] => {
    const { counted, daysLate, isBroken } = standingOf(doc, looking);
    const about = aboutOf(doc);
    const day = counted === undefined ? undefined : lastDayOf(counted);
    const isOurs = sideOf(doc) === 'ours' && stateOf(doc) === 'open';
    if (!isOurs || about === undefined || day === undefined || day > looking.today) return [];
    if (!isFor(doc.fields['member'], looking)) return [];
    const text = doc.fields['text'];
    return [
      {
        key: `promise:${doc.id}:${day}`,
        level: 'promise',
        about,
        record: { collection: 'work', id: doc.id },
        reason: { code: 'promise', text: typeof text === 'string' ? text : '', day, daysLate },
        left: isBroken
          ? { code: 'broken' }
          : { code: 'breaks', on: addTo(day, graceDays + 1, 'day') },
        deadline: day,
        ...nearestOf(doc.fields['member'], doc),
      },
    ];
  });
}

function aboutOf({ people: [person], groups: [group] }: Promised): Row['about'] | undefined {
  if (person !== undefined) return { collection: 'people', id: person };
  return group === undefined ? undefined : { collection: 'groups', id: group };
}
