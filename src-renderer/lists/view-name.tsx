// Asks what a view is called and, in a team, who has it.

import { t } from '@lingui/core/macro';
import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { useIsInTeam } from '../data/team-rest.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormButtons } from '../ui/form-buttons.tsx';

export type Naming = 'new' | 'rename';
type Scope = RecordDoc['scope'];

type Props = {
  naming: Naming;
  before: string;
  onSave: (name: string, scope: Scope) => void;
  onClose: () => void;
};

export function NameView({ naming, before, onSave, onClose }: Props) {
  const [name, setName] = useState(before);
  const [scope, setScope] = useState<Scope>('team');
  const isInTeam = useIsInTeam();
  const isBlank = name.trim() === '';
  return (
    <Dialog onClose={onClose} title={naming === 'new' ? t`Save view` : t`Rename view`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBlank) onSave(name.trim(), scope);
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t`Name`}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {naming === 'new' && isInTeam && (
            <Radio.Group
              label={t`Who has it`}
              value={scope}
              onChange={(value) => setScope(value === 'private' ? 'private' : 'team')}
            >
              <Stack gap={6} mt={4}>
                <Radio value="team" label={t`The whole team`} />
                <Radio value="private" label={t`Only this laptop`} />
              </Stack>
            </Radio.Group>
          )}
          <FormButtons submit={t`Save`} isDisabled={isBlank} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
