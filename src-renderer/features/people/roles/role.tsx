// One role of a person: as what and where, and its details when opened.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { ActionIcon, Anchor, Button, Collapse, Group, SimpleGrid, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { endsBeforeItBegins, tie } from '../../../../src-shared/domain/tie.ts';
import { shownValue } from '../../../../src-shared/fields/field.ts';
import { refOf } from '../../../data/ref-of.ts';
import { textOf } from '../../../data/text-of.ts';
import { useReader } from '../../../data/use-reader.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { FieldEdit } from '../../../fields/field-edit.tsx';
import { OwnEdits, OwnLine } from '../../../fields/own-of-part.tsx';
import { groupPath } from '../../../kinds/group.tsx';

const detailFields = ['title', 'department', 'start', 'until', 'expects', 'stance'];

type Props = {
  role: RecordDoc;
  /** Roles that say the same and are not shown. */
  others: readonly RecordDoc[];
  group: RecordDoc | undefined;
};

export function Role({ role, others, group }: Props) {
  const run = useCommand();
  const [isOpen, setOpen] = useState(false);
  const title = textOf(role, 'title') || t`Role`;
  const reader = useReader()(role.kind, 'start');
  const years = ['start', 'until'].map((field) =>
    textOf(role, field) === '' ? '' : shownValue(tie.fields.start, textOf(role, field), reader),
  );
  const dates = years.every((year) => year === '')
    ? ''
    : ` · ${years[0] || '…'} – ${years[1] || t`now`}`;
  return (
    <div>
      <Group gap={6} wrap="nowrap">
        <Text size="sm" style={{ flex: 1, minWidth: 0 }} className="cell" dir="auto">
          {group === undefined ? (
            title
          ) : (
            <Trans>
              {title} at <Anchor href={`#${groupPath(group.id)}`}>{group.name}</Anchor>
            </Trans>
          )}
          <span className="dim">{dates}</span>
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t`Close` : t`Edit`}
        </Button>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t`Remove role ${role.name}`}
          onClick={() => void run({ type: 'trash', refs: [role, ...others].map(refOf) })}
        >
          <IconX size={14} />
        </ActionIcon>
      </Group>
      {!isOpen && <OwnLine doc={role} />}
      <Collapse expanded={isOpen}>
        <SimpleGrid cols={2} spacing="xs" verticalSpacing={6} mt={6}>
          {detailFields.map((field) => (
            <FieldEdit key={field} doc={role} field={field} size="xs" />
          ))}
        </SimpleGrid>
        <OwnEdits doc={role} />
        {endsBeforeItBegins(role) && (
          <Text size="sm" c="red" role="alert" mt={6}>
            <Trans>This role ends before it begins. Look at both days again.</Trans>
          </Text>
        )}
      </Collapse>
    </div>
  );
}
