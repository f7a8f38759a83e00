// A typed, dated link. type `role`: from a person to a group, with a title, dates,
// what they expect of us and their stance. Other types link two people (colleague,
// introduced, influences, relation) or a person and a community (member).

import { day } from '../fields/day.ts';
import type { FieldOptions } from '../fields/field.ts';
import { link } from '../fields/link.ts';
import { longText, text } from '../fields/text.ts';
import { defineKind } from './kind.ts';
import type { RecordDoc } from './record.ts';
import { rhythmFields } from './rhythm.ts';

const end = (options: FieldOptions = {}) =>
  link({ to: ['people', 'groups'], owner: true, along: true }, options);

export const tie = defineKind('tie', {
  collection: 'ties',
  privacy: 'as-linked',
  onErase: 'with-owner',
  fields: {
    type: text(),
    from: end(),
    to: end(),
    /** What it was made at, where that is part of another now. */
    toWas: end({ hidden: true }),
    title: text({ search: 'name' }),
    department: text({ search: 'name' }),
    start: day(),
    until: day(),
    expects: longText({ search: 'body' }),
    stance: text(),
    ...rhythmFields,
  },
  sets: {},
});

/** Days may be known to the year or the month only: then so much of both is compared. */
export function endsBeforeItBegins({
  fields: { start, until },
}: Pick<RecordDoc, 'fields'>): boolean {
  if (typeof start !== 'string' || typeof until !== 'string') return false;
  const length = Math.min(start.length, until.length);
  const isDay = (text: string): boolean => /^\d{4}(-\d\d){0,2}$/.test(text);
  return isDay(start) && isDay(until) && until.slice(0, length) < start.slice(0, length);
}
