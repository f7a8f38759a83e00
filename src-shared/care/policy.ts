// What the team holds to when it writes to people, and what holds before anybody has said so.

import type { Purpose } from '../domain/permission.ts';

/** denied: until somebody's yes is written down. allowed: until somebody objects. */
export type Default = 'denied' | 'allowed';

export type Policy = {
  defaults: { readonly [purpose in Purpose]: Default };
  /** Contacts of the whole team with one person within thirty days; 0: only when they ask. */
  budget: number;
  /** The same for those in a bucket, by its id: the smallest counts. */
  budgets: ReadonlyMap<string, number>;
  /** After so many months without anything somebody is listed for review; 0: never. */
  keepMonths: number;
};

export const usualPolicy: Policy = {
  defaults: {
    service: 'allowed',
    marketing: 'denied',
    research: 'denied',
    introductions: 'allowed',
  },
  budget: 4,
  budgets: new Map(),
  keepMonths: 36,
};
