// Names, addresses and dates of a person, each editable where it stands. Which fields
// there are is what the person's declaration says.

import { msg, t } from '@lingui/core/macro';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { ContactSets } from '../../../fields/contact-sets.tsx';
import { Facts } from '../../../fields/facts.tsx';
import { placedFields } from '../../../fields/placed-fields.ts';

const sets = [
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

export function PersonFacts({ doc }: { doc: RecordDoc }) {
  return (
    <>
      <Facts doc={doc} title={t`Name`} fields={placedFields('person')} />
      <ContactSets doc={doc} sets={sets} />
    </>
  );
}
