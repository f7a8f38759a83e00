// One record on the page of whom it names: what tells it from others, and its fields when
// it is opened.

import { t } from '@lingui/core/macro';
import { ActionIcon, Badge, Group, SimpleGrid, Text } from '@mantine/core';
import { IconPencil, IconX } from '@tabler/icons-react';
import { Fragment, useState } from 'react';

import { kinds } from '../../../src-shared/domain/kinds.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { refOf } from '../../data/ref-of.ts';
import { useNameOf } from '../../data/team-rest.tsx';
import { useCommand } from '../../data/use-command.tsx';
import { FieldEdit } from '../../fields/field-edit.tsx';
import { FieldText } from '../../fields/field-text.tsx';
import { LinkSetEdit } from '../../fields/link-set-edit.tsx';
import { placedFields } from '../../fields/placed-fields.ts';
import { tellingFields } from '../../kinds/default-columns.tsx';
import { kindLabel, windowKind } from '../../kinds/kinds.ts';
import { fieldLabel } from '../../ui/field-words.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { WhenText } from '../../ui/when.tsx';

export function RelatedRecord({ doc }: { doc: RecordDoc }) {
  const run = useCommand();
  const nameOf = useNameOf();
  const [isOpen, setOpen] = useState(false);
  const Icon = windowKind(doc.kind).icon;
  const name = nameOrNone(doc);
  return (
    <li>
      <Group gap="xs" wrap="nowrap" align="start">
        <Badge variant="light" tt="none" leftSection={<Icon size={12} />} style={{ flexShrink: 0 }}>
          {kindLabel(doc)}
        </Badge>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text size="sm" fw={600} dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          <Text size="xs" className="dim">
            <WhenText at={doc.at} /> · {nameOf(doc.origin)}
            <Telling doc={doc} />
          </Text>
          {doc.note !== '' && (
            <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {doc.note}
            </Text>
          )}
          {isOpen && <Fields doc={doc} />}
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t`Edit ${name}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <IconPencil size={14} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t`Move ${name} to the trash`}
          onClick={() => void run({ type: 'trash', refs: [refOf(doc)] })}
        >
          <IconX size={14} />
        </ActionIcon>
      </Group>
    </li>
  );
}

const Telling = ({ doc }: { doc: RecordDoc }) =>
  tellingFields(doc.kind)
    .filter((field) => doc.fields[field] !== undefined)
    .map((field) => (
      <Fragment key={field}>
        {' · '}
        {fieldLabel(doc.kind, field)}: <FieldText doc={doc} field={field} />
      </Fragment>
    ));

function Fields({ doc }: { doc: RecordDoc }) {
  const sets = Object.entries(kinds.get(doc.kind)?.sets ?? {});
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs" mt="xs">
      {placedFields(doc.kind).map((field) => (
        <FieldEdit key={field} doc={doc} field={field} size="xs" />
      ))}
      {sets.map(([set, { link, hidden }]) =>
        link === undefined || hidden === true ? null : (
          <LinkSetEdit key={set} doc={doc} set={set} collections={link.to} size="xs" />
        ),
      )}
    </SimpleGrid>
  );
}
