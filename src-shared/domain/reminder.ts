// Something to be reminded of: of whom, when, and how it comes round. What became of each time
// is an entry of its own, by its day, so that two laptops that do one of them have done it once.

import { choice } from '../fields/choice.ts';
import { linkSet, occurrences } from '../fields/set.ts';
import { member, text } from '../fields/text.ts';
import { repeat, wallTime, zone } from '../fields/when-due.ts';
import { firstOpen, timesOf } from '../reminders/times.ts';
import { defineKind } from './kind.ts';

export const reminder = defineKind('reminder', {
  collection: 'work',
  privacy: 'as-linked',
  onErase: 'unlink',
  fields: {
    text: text({ search: 'name' }),
    /** Time on the wall in `zone`. */
    at: wallTime({ place: 'elsewhere' }),
    zone: zone({ place: 'elsewhere' }),
    repeat: repeat({ place: 'elsewhere' }),
    /** Whose it is; empty: anybody's of the team. */
    who: member(),
    state: choice(['open', 'stopped']),
  },
  sets: {
    people: linkSet({ to: ['people'] }),
    groups: linkSet({ to: ['groups'] }),
    /** Rounds that are to be gone through again. */
    rounds: linkSet({ to: ['setup'], discreet: true }),
    /** The day of the time, and what became of it. */
    times: occurrences({ hidden: true }),
  },
  says: (record) => {
    const times = timesOf(record);
    const due = times === undefined ? undefined : firstOpen(times);
    return due === undefined ? undefined : { due };
  },
});
