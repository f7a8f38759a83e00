// What a person allows: how they like to be reached, what they do not want, what they said to
// each purpose, and everything they ever said.

import { t } from '@lingui/core/macro';
import { Group } from '@mantine/core';

import { permissionsOf } from '../../../src-shared/care/permissions.ts';
import { refusals } from '../../../src-shared/care/may-contact.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { FieldFact } from '../../fields/field-edit.tsx';
import { useAdding } from '../../fields/use-adding.ts';
import { AddMenu } from '../../ui/add-menu.tsx';
import { fieldLabel } from '../../ui/field-words.ts';
import { Section } from '../../ui/section.tsx';
import { LeaveAlone } from './leave-alone.tsx';
import { PermissionLog } from './permission-log.tsx';
import { PurposeRows } from './purpose-rows.tsx';
import { RefusalRows } from './refusal-rows.tsx';

const wishes = [
  'preferredChannel',
  'contactHours',
  'contactThrough',
  'zone',
  'keepFor',
  'keepUntil',
];

export function Permissions({ doc }: { doc: RecordDoc }) {
  const log = permissionsOf(doc);
  const isLeftAlone = refusals(doc).length > 0;
  const { isAdding, add, added } = useAdding();
  const fields = isLeftAlone ? ['noContactUntil', ...wishes] : wishes;
  const known = fields.filter((field) => doc.fields[field] !== undefined);
  const title = t`Permissions`;
  const missing = fields.filter((field) => !known.includes(field) && !isAdding(field));
  return (
    <Section
      title={title}
      isPrinted={log.length + known.length > 0 || isLeftAlone}
      action={
        <Group gap={4}>
          <LeaveAlone doc={doc} />
          <AddMenu
            to={title}
            items={missing.map((id) => ({ id, label: fieldLabel(doc.kind, id) }))}
            onAdd={add}
          />
        </Group>
      }
    >
      {isLeftAlone && <RefusalRows doc={doc} />}
      {fields
        .filter((field) => known.includes(field) || isAdding(field))
        .map((field) => (
          <FieldFact
            key={field}
            doc={doc}
            field={field}
            startsOpen={isAdding(field)}
            onClose={() => added(field)}
          />
        ))}
      <PurposeRows doc={doc} log={log} />
      <PermissionLog log={log} />
    </Section>
  );
}
