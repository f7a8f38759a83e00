// What the team holds to when it writes to people, and what holds before anybody has said so.

import { fieldsOf } from '../domain/kind.ts';
import { type Purpose, purposes } from '../domain/permission.ts';
import { policy } from '../domain/policy.ts';
import type { RecordDoc } from '../domain/record.ts';

/** denied: until somebody's yes is written down. allowed: until somebody objects. */
export type Default = 'denied' | 'allowed';

export type Policy = {
  defaults: { readonly [purpose in Purpose]: Default };
  /** Contacts of the whole team with one person within thirty days; 0: only when they ask. */
  budget: number;
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
  keepMonths: 36,
};

/** What is not said, or said by a newer version, is as usual. */
export function policyOf(doc: Pick<RecordDoc, 'status' | 'fields'> | null | undefined): Policy {
  if (doc?.status !== 'live') return usualPolicy;
  const fields = fieldsOf(policy, doc);
  const defaults = Object.fromEntries(
    purposes.map((purpose) => {
      const said = fields[purpose];
      const known = said === 'allowed' || said === 'denied' ? said : undefined;
      return [purpose, known ?? usualPolicy.defaults[purpose]];
    }),
  ) as Policy['defaults'];
  return {
    defaults,
    budget: fields.budget ?? usualPolicy.budget,
    keepMonths: fields.keepMonths ?? usualPolicy.keepMonths,
  };
}
