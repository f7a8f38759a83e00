// The same words written to many people, one draft for each: whom it is to is fixed when it is
// begun. What was sent is a moment that names the run (domain/moment.ts), so it stands in no
// second place here.

import { choice } from '../fields/choice.ts';
import { data } from '../fields/link.ts';
import { labelledTexts, linkSet } from '../fields/set.ts';
import { isText, text } from '../fields/text.ts';
import { defineKind } from './kind.ts';
import { type Channel, purposes } from './permission.ts';

export const runChannels = ['mail', 'letter', 'message'] as const;
export type RunChannel = (typeof runChannels)[number];

/** Under which way of contact somebody allows or forbids it. */
export const channelOfRun = {
  mail: 'mail',
  letter: 'post',
  message: 'message',
} as const satisfies { readonly [channel in RunChannel]: Channel };

/** One record holds so many people, with what is changed for each. */
export const mostInRun = 2_000;

const people = () => linkSet({ to: ['people'] });

export const draftRun = defineKind('draft-run', {
  collection: 'work',
  privacy: 'as-linked',
  onErase: 'unlink',
  isFound: false,
  fields: {
    name: text({ search: 'name' }),
    channel: choice(runChannels),
    purpose: choice(purposes),
    template: data({ is: isText }),
  },
  sets: {
    /** The text as it was when the run began; label: its language, value: its subject; more: body. */
    texts: labelledTexts({ hidden: true }),
    people: people(),
    /** Whose draft was opened or skipped; more: state. */
    steps: people(),
    /** Whose text was changed; more: subject, text. */
    drafts: people(),
  },
});
