// A change that somebody's public profile suggests for their record: offered, never made
// by itself. Shared, so that one answer serves the team; the later word wins whole.

import type { KindDefinition } from './kind.ts';
import { laterSaid } from './feed-state.ts';

export const proposalFields = [
  /** Id of the person or organisation it is about. */
  'owner',
  /** name, job or place. */
  'what',
  'from',
  'to',
  /** Where it was read, for whoever wants to look. */
  'source',
  /** open, taken or dismissed, and when that was said (ms since 1970). */
  'state',
  'said',
] as const;

export const proposal: KindDefinition = {
  kind: 'proposal',
  collection: 'work',
  fields: proposalFields,
  sets: {},
  derive: ({ fields }) => ({
    name: typeof fields['to'] === 'string' ? fields['to'] : '',
    keys: typeof fields['owner'] === 'string' ? [fields['owner']] : [],
    search: { name: '', contact: '', body: '' },
  }),
  owner: ({ fields }) => (typeof fields['owner'] === 'string' ? fields['owner'] : undefined),
  combine: laterSaid,
};
