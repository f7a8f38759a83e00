// Two fields of one name become one: the values of one go into the other.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';

import { kindsWithOwnFields } from '../../../src-shared/domain/own-field.ts';
import type { Gather } from '../../../src-shared/records/intents/gather.ts';
import { say } from '../../../src-shared/words/say.ts';
import type { KnownField } from '../../data/known-kinds.tsx';
import { useGather } from '../../data/use-gather.ts';
import { useGatherCounts } from '../../data/use-own-counts.ts';
import { FitCounts } from '../../fields/fit-words.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';

type Props = { field: KnownField; into: KnownField; onClose: () => void };

export function JoinField({ field, into, onClose }: Props) {
  const gather = useGather();
  const kind = kindsWithOwnFields.find((one) => one === field.kind) ?? 'person';
  const asked: Gather = { kind, from: { field: field.id }, into: { field: into.id } };
  const answer = useGatherCounts(asked);
  const { label } = field;
  const from = say(`field.field.type.${field.type}`);
  const to = say(`field.field.type.${into.type}`);
  return (
    <Dialog onClose={onClose} title={t`Join two fields: ${label}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void gather(asked).then((isDone) => isDone && onClose());
        }}
      >
        <Stack gap="sm">
          {from !== to && <Text fw={600}>{t`${from} → ${to}`}</Text>}
          <FitCounts
            answer={answer}
            kept={(misfits) =>
              plural(misfits, {
                one: '# does not, or there is another one already: it is kept as another detail.',
                other: '# do not, or there is another one already: they are kept as other details.',
              })
            }
          />
          <Text size="sm" className="dim">
            <Trans>The field that is left empty is put away.</Trans>
          </Text>
          <FormButtons
            submit={t`Join`}
            isDisabled={answer === undefined || 'failure' in answer}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
