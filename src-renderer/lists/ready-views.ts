// Views that come with Rapport. They are no records: their words are those of the reader,
// and who takes one away does so on this laptop, where it can be brought back.

import { t } from '@lingui/core/macro';

import type { View, ViewNode } from '../../src-shared/query/view.ts';
import { birthdaySoon, newThisMonth, notSpokenTo } from './usual-conditions.ts';

export type ReadyView = {
  /** As the address and the settings know it. */
  id: string;
  name: string;
  view: View;
};

const viewOf = (condition: ViewNode, rest: Partial<View> = {}): View => ({
  of: 'people',
  conditions: { all: [condition] },
  sorts: [],
  groupBy: [],
  columns: [],
  layout: 'table',
  ...rest,
});

/** In words of the moment it is called. */
export const peopleViews = (): ReadyView[] => [
  { id: 'ready.new', name: t`New this month`, view: viewOf(newThisMonth) },
  {
    id: 'ready.quiet',
    name: t`Not spoken to in 90 days`,
    view: viewOf(notSpokenTo, { sorts: [{ field: 'lastContact.at', order: 'asc' }] }),
  },
  {
    id: 'ready.birthdays',
    name: t`Birthdays in the next 30 days`,
    view: viewOf(birthdaySoon),
  },
  {
    id: 'ready.no-email',
    name: t`Missing an e-mail`,
    view: viewOf({ field: 'emails', op: 'isEmpty' }),
  },
  {
    id: 'ready.private',
    name: t`Shared with nobody`,
    view: viewOf({ field: 'scope', op: 'isAnyOf', arg: ['private'] }),
  },
];

/** Of a kind of group; in words of the moment it is called. */
export const groupViews = (kind: string): ReadyView[] =>
  (
    [
      ['quiet', t`Not spoken to in 90 days`, notSpokenTo, 'lastContact.at'],
      ['nobody', t`Without people`, { field: 'people.count', op: 'equals', arg: 0 }, undefined],
    ] satisfies [string, string, ViewNode, string | undefined][]
  ).map(([name, words, condition, sorted]) => ({
    id: `ready.${kind}.${name}`,
    name: words,
    view: viewOf(condition, {
      of: 'groups',
      sorts: sorted === undefined ? [] : [{ field: sorted, order: 'asc' }],
    }),
  }));

/** Of what happened; in words of the moment it is called. */
export const momentViews = (): ReadyView[] =>
  (
    [
      ['month', t`This month`, { field: 'when', op: 'within', arg: { this: 'month' } }],
      ['talks', t`Calls and meetings`, { field: 'kind', op: 'isAnyOf', arg: ['call', 'meeting'] }],
      ['unanswered', t`Nobody answered`, { field: 'direction', op: 'isAnyOf', arg: ['absent'] }],
    ] satisfies [string, string, ViewNode][]
  ).map(([name, words, condition]) => ({
    id: `ready.moments.${name}`,
    name: words,
    view: viewOf(condition, { of: 'moments', sorts: [{ field: 'when', order: 'desc' }] }),
  }));

export const isReadyId = (id: string | undefined): boolean => id?.startsWith('ready.') === true;

/** Leads to the page of doubles; kept and taken away like the views. */
export const doublesId = 'ready.doubles';
