// Names, addresses and dates of a person, each editable where it stands. Which fields
// there are is what the person's declaration says.

import { t } from '@lingui/core/macro';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { ContactSets } from '../../../fields/contact-sets.tsx';
import { Facts } from '../../../fields/facts.tsx';
import { personSets } from '../../../fields/person-sets.ts';
import { placedFields } from '../../../fields/placed-fields.ts';

export const PersonFacts = ({ doc }: { doc: RecordDoc }) => (
  <Facts doc={doc} title={t`Name`} fields={placedFields('person')} />
);

export const PersonContact = ({ doc }: { doc: RecordDoc }) => (
  <ContactSets doc={doc} sets={personSets} />
);
