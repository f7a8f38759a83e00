// What a choice offers: named anew, put away, added. Whoever has one that was put away
// keeps it.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';

import { foldText } from '../../../src-shared/domain/fold.ts';
import { edit } from '../../../src-shared/records/intents/edits.ts';
import { addOption, changeOption } from '../../../src-shared/records/intents/own-fields.ts';
import type { KnownField } from '../../data/known-kinds.tsx';
import { showRemark, useCommand } from '../../data/use-command.tsx';
import { TextEdit } from '../../ui/text-edit.tsx';

export function FieldOptions({ field }: { field: KnownField }) {
  const run = useCommand();
  const [isAdding, setAdding] = useState(false);
  const { options, label } = field;
  const isTaken = (name: string, but?: string): boolean =>
    options.some((one) => one.id !== but && foldText(one.label) === foldText(name));
  const refuse = (name: string): false => {
    showRemark(t`${label} offers “${name}” already.`);
    return false;
  };
  const rename = async (id: string, name: string): Promise<boolean> => {
    if (name === '') return false;
    if (isTaken(name, id)) return refuse(name);
    return (await run(edit(...changeOption(field, id, { label: name })))) !== undefined;
  };
  return (
    <Stack gap={6} mt="sm" role="group" aria-label={t`What ${label} offers`}>
      {options.map(({ id, label: name, isRetired }, at) => (
        <Group key={id} gap="xs" wrap="nowrap">
          <TextEdit
            aria-label={t`Choice ${at + 1}`}
            value={name}
            flex={1}
            {...(isRetired ? { styles: { input: { textDecoration: 'line-through' } } } : {})}
            onSave={(next) => rename(id, next)}
          />
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => void run(edit(...changeOption(field, id, { isRetired: !isRetired })))}
          >
            {isRetired ? t`Offer again` : t`Offer no more`}
          </Button>
        </Group>
      ))}
      {isAdding ? (
        <TextEdit
          aria-label={t`New choice`}
          value=""
          autoFocus
          onSave={async (name) => {
            if (name !== '' && isTaken(name)) return refuse(name);
            const isSaved =
              name === '' || (await run(edit(...addOption(field, name)))) !== undefined;
            if (isSaved) setAdding(false);
            return isSaved;
          }}
        />
      ) : (
        <Group>
          <Button size="compact-sm" variant="subtle" onClick={() => setAdding(true)}>
            <Trans>Add a choice</Trans>
          </Button>
        </Group>
      )}
    </Stack>
  );
}
