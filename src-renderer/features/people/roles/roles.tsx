// The roles of a person: at which organisation, as what, since when, and what they
// expect of us. A role ends; it is not overwritten.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { textOf } from '../../../data/text-of.ts';
import { useMergedIds } from '../../../data/use-merged.ts';
import { tiesOf } from '../../../data/queries/ties.ts';
import { useRecords, useRecordsById } from '../../../data/use-records.ts';
import { Unbroken } from '../../../ui/broken.tsx';
import { Section } from '../../../ui/section.tsx';
import { currentFirst } from '../../../lists/use-role-lines.ts';
import { AddRole } from './add-role.tsx';
import { Role } from './role.tsx';
import { rolesOnce } from './roles-once.ts';

export function Roles({ doc: person }: { doc: RecordDoc }) {
  const ids = useMergedIds([person.id]).get(person.id) ?? [];
  const ties = useRecords(tiesOf(ids));
  const roles = (ties ?? [])
    .filter((tie) => tie.fields['type'] === 'role' && ids.includes(textOf(tie, 'from')))
    .sort(currentFirst);
  const groups = useRecordsById(
    'groups',
    roles.map((role) => textOf(role, 'to')),
  );
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      title={t`Roles`}
      isPrinted={roles.length > 0}
      action={
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => setAdding(true)}
        >
          <Trans>Add role</Trans>
        </Button>
      }
    >
      {roles.length === 0 && !isAdding && (
        <Text size="sm" className="dim">
          <Trans>
            Where they work, what they belong to. One person can have several roles at once.
          </Trans>
        </Text>
      )}
      <Stack gap="xs">
        {rolesOnce(roles).map(({ role, others }) => (
          <Unbroken key={role.id} of={role}>
            <Role role={role} others={others} group={groups.get(textOf(role, 'to'))} />
          </Unbroken>
        ))}
        {isAdding && <AddRole person={person} onDone={() => setAdding(false)} />}
      </Stack>
    </Section>
  );
}
