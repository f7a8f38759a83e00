// What the team holds to when it contacts people: one record for the whole team.

import { choice } from '../fields/choice.ts';
import { wholeCount } from '../fields/number.ts';
import { labelledTexts } from '../fields/set.ts';
import { longText, text } from '../fields/text.ts';
import { defineKind } from './kind.ts';
import type { RecordId } from './record.ts';

/** The careful one last. */
const untilSaid = () => choice(['allowed', 'denied'], { merge: 'restrictive' });

export const policy = defineKind('policy', {
  collection: 'setup',
  privacy: 'own',
  onErase: 'keep',
  isFound: false,
  fields: {
    /** What holds for a purpose before somebody has said anything. */
    service: untilSaid(),
    marketing: untilSaid(),
    research: untilSaid(),
    introductions: untilSaid(),
    /** Contacts of the whole team with one person within thirty days; 0: only when they ask. */
    budget: wholeCount(1_000),
    /** After so many months without anything somebody is to be looked at; 0: never. */
    keepMonths: wholeCount(1_000),
    whoExports: text(),
    why: longText(),
  },
  sets: {
    /** What people are asked, in its words; the label is its version. */
    wordings: labelledTexts(),
  },
  name: () => '',
});

/** The same on every laptop. */
export const policyId = 'rapport-policy' as RecordId;
