// What a person allows: how they like to be reached, what they do not want, what they said to
// each purpose, and everything they ever said.

import { t } from '@lingui/core/macro';

import { permissionsOf } from '../../../src-shared/care/permissions.ts';
import { refusals } from '../../../src-shared/care/may-contact.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { FieldFact } from '../../fields/field-edit.tsx';
import { Section } from '../../ui/section.tsx';
import { LeaveAlone } from './leave-alone.tsx';
import { PermissionLog } from './permission-log.tsx';
import { PurposeRows } from './purpose-rows.tsx';
import { RefusalRows } from './refusal-rows.tsx';

const wishes = ['preferredChannel', 'contactHours', 'contactThrough', 'zone'];

export function Permissions({ doc }: { doc: RecordDoc }) {
  const log = permissionsOf(doc);
  const isLeftAlone = refusals(doc).length > 0;
  const known = wishes.filter((field) => doc.fields[field] !== undefined);
  return (
    <Section
      title={t`Permissions`}
      isPrinted={log.length + known.length > 0 || isLeftAlone}
      action={<LeaveAlone doc={doc} />}
    >
      {isLeftAlone && <RefusalRows doc={doc} />}
      {wishes.map((field) => (
        <FieldFact key={field} doc={doc} field={field} />
      ))}
      <PurposeRows doc={doc} log={log} />
      <PermissionLog log={log} />
    </Section>
  );
}
