// The lists of values on a person, how they are labelled and what their editors say.

import { msg } from '@lingui/core/macro';

export const personSets = [
  {
    set: 'emails',
    fresh: msg`New e-mail`,
    labels: ['work', 'home', 'other'],
    type: 'email',
  },
  {
    set: 'phones',
    fresh: msg`New phone`,
    labels: ['mobile', 'work', 'home', 'fax', 'other'],
    type: 'tel',
  },
  {
    set: 'addresses',
    fresh: msg`New address`,
    labels: ['work', 'home', 'other'],
  },
  {
    set: 'links',
    fresh: msg`New link`,
    labels: ['website', 'profile', 'blog', 'other'],
    type: 'url',
  },
  {
    set: 'handles',
    fresh: msg`New handle`,
    labels: ['mastodon', 'bluesky', 'linkedin', 'x', 'other'],
  },
  {
    set: 'dates',
    fresh: msg`New date`,
    labels: ['anniversary', 'other'],
  },
  {
    set: 'relations',
    fresh: msg`New relation`,
    labels: ['spouse', 'child', 'assistant', 'manager', 'friend'],
  },
  {
    set: 'custom',
    fresh: msg`New other detail`,
    labels: [],
  },
] as const;
