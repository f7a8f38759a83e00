// What the team has defined for itself.

import { byName, type Query, query, withKeys } from './query.ts';

/** Decisions that two people are not the same one, the latest first. */
export const verdicts = (limit: number): Query =>
  query({
    from: 'setup',
    selector: { kind: 'verdict', status: 'live' },
    sort: [{ updatedAt: 'desc' }],
    limit,
  });

export const savedViews = (limit: number): Query =>
  query({ from: 'setup', selector: { kind: 'view', status: 'live' }, sort: byName, limit });

/** As many tags as can have a colour. */
const mostTags = 20_000;

/** What was said of tags. */
export const tagRecords: Query = query({
  from: 'setup',
  selector: { kind: 'tag', status: 'live' },
  sort: byName,
  limit: mostTags,
});

const mostOwnFields = 2_000;

/** By name. */
export const ownFieldRecords: Query = query({
  from: 'setup',
  selector: { kind: 'field', status: 'live' },
  sort: byName,
  limit: mostOwnFields,
});

const mostRounds = 500;

/** The latest first. */
export const rounds: Query = query({
  from: 'setup',
  selector: { kind: 'round', status: 'live' },
  sort: [{ updatedAt: 'desc' }],
  limit: mostRounds,
});

/** Times through some rounds. */
export const runsOf = (of: readonly string[]): Query | undefined =>
  withKeys('setup', of, { selector: { kind: 'run' }, limit: mostRounds });

const mostTemplates = 1_000;

/** By name. */
export const templates: Query = query({
  from: 'setup',
  selector: { kind: 'template', status: 'live' },
  sort: byName,
  limit: mostTemplates,
});
