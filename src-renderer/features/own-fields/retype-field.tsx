// Another type for a field: how much of what is filled in fits it, before it is chosen.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { OwnFieldType } from '../../../src-shared/domain/own-field.ts';
import { edit } from '../../../src-shared/records/intents/edits.ts';
import { addOptions, retypeField } from '../../../src-shared/records/intents/own-fields.ts';
import { say } from '../../../src-shared/words/say.ts';
import type { KnownField } from '../../data/known-kinds.tsx';
import { useCommand } from '../../data/use-command.tsx';
import { useRetyped } from '../../data/use-own-counts.ts';
import { FitCounts } from '../../fields/fit-words.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { listWords, quoted } from '../../words/in-language.ts';

type Props = { field: KnownField; type: OwnFieldType; onClose: () => void };

export function RetypeField({ field, type, onClose }: Props) {
  const run = useCommand();
  const { id, label } = field;
  const answer = useRetyped(id, type);
  const [isOffering, setOffering] = useState(true);
  const missing = answer !== undefined && 'value' in answer ? answer.value.missing : [];
  const offers = isOffering ? missing : [];
  const save = async (): Promise<void> => {
    const changes = [retypeField(id, type), ...addOptions(field, offers)];
    if ((await run(edit(...changes))) !== undefined) onClose();
  };
  const before = say(`field.field.type.${field.type}`);
  const after = say(`field.field.type.${type}`);
  return (
    <Dialog onClose={onClose} title={t`Change what ${label} holds`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          <Text fw={600}>{t`${before} → ${after}`}</Text>
          <FitCounts
            answer={answer}
            kept={(misfits) =>
              plural(misfits, {
                one: '# does not: it is kept as it is and shown as not understood.',
                other: '# do not: they are kept as they are and shown as not understood.',
              })
            }
          />
          {missing.length > 0 && (
            <Checkbox
              label={plural(missing.length, {
                one: 'Offer what is filled in as # new choice',
                other: 'Offer what is filled in as # new choices',
              })}
              description={listWords(missing.slice(0, 6).map(quoted))}
              checked={isOffering}
              onChange={(event) => setOffering(event.currentTarget.checked)}
            />
          )}
          <Text size="sm" className="dim">
            <Trans>Nothing is rewritten: with the old kind everything is as it was.</Trans>
          </Text>
          <FormButtons submit={t`Change`} isDisabled={answer === undefined} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}
