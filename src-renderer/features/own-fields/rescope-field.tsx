// Asks before a private field goes to the team, and says what keeping the team's on this laptop
// cannot do: take back what teammates have.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { KnownField } from '../../data/known-kinds.tsx';
import { useFilled } from '../../data/use-filled.ts';
import { useRescope } from '../../data/use-rescope.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';

type Props = { field: KnownField; onClose: () => void };

export function RescopeField({ field, onClose }: Props) {
  const rescope = useRescope();
  const counts = useFilled(field);
  const [putsAway, setPutsAway] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const { id, label, isPrivate } = field;
  const to = isPrivate ? 'share' : 'keep';
  const filled = counts?.filled ?? 0;
  const save = async (): Promise<void> => {
    setBusy(true);
    if (await rescope({ field: id, to, putsAway })) onClose();
    else setBusy(false);
  };
  return (
    <Dialog
      onClose={onClose}
      title={
        isPrivate ? t`Give ${label} to your team?` : t`Keep ${label} on this laptop from now on?`
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void save();
        }}
      >
        <Stack gap="sm">
          {isPrivate ? (
            <>
              <Text size="sm">
                {plural(filled, {
                  0: 'Nothing is filled in yet. What you fill in from now on goes to everybody who shares the person or group.',
                  one: 'The field and what is filled in once go to everybody in your team who shares the person or group.',
                  other:
                    'The field and what is filled in # times go to everybody in your team who shares these people or groups.',
                })}
              </Text>
              <Text size="sm" fw={600}>
                <Trans>What teammates have got cannot be taken back.</Trans>
              </Text>
            </>
          ) : (
            <>
              <Text size="sm">
                <Trans>
                  Your teammates have this field and what is filled in already: Rapport cannot take
                  that back. You get a private field with the same content, and what you change
                  there stays on this laptop.
                </Trans>
              </Text>
              <Checkbox
                label={t`Put the shared field away for everybody`}
                description={t`What is filled in there is kept, and anybody can bring the field back.`}
                checked={putsAway}
                onChange={(event) => setPutsAway(event.currentTarget.checked)}
              />
            </>
          )}
          <FormButtons
            submit={isPrivate ? t`Give it to the team` : t`Keep it here`}
            isDisabled={isBusy || counts === undefined}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
