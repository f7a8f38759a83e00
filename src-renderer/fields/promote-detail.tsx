// Other details of one name become a field of the team's own, for everybody who has one: first
// it is said how many fit.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import { foldText } from '../../src-shared/domain/fold.ts';
import type { OwnFieldType } from '../../src-shared/domain/own-field.ts';
import type { DetailName } from '../../src-shared/records/gather/details.ts';
import type { Gather } from '../../src-shared/records/intents/gather.ts';
import { importedOwnTypes } from '../../src-shared/transfer/import/csv/targets.ts';
import { useOwnFields } from '../data/known-kinds.tsx';
import { useGather } from '../data/use-gather.ts';
import { useDetailNames, useGatherCounts } from '../data/use-own-counts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormButtons } from '../ui/form-buttons.tsx';
import { FitCounts } from './fit-words.tsx';
import { TypeSelect } from './own-type-select.tsx';

type Props = { kind: DetailName['kind']; label: string; onClose: (isDone: boolean) => void };

/** What the field would hold is guessed by all details of the name. */
export function PromoteDetail({ kind, label, onClose }: Props) {
  const names = useDetailNames(0);
  const found =
    names !== undefined && 'value' in names
      ? names.value.find((one) => one.kind === kind && isSame(one.label, label))
      : undefined;
  return (
    <Dialog onClose={() => onClose(false)} title={t`Make it a field of your own`}>
      {names === undefined ? (
        <Text className="dim">
          <Trans>Looking …</Trans>
        </Text>
      ) : (
        <Form
          kind={kind}
          detail={label}
          guess={found?.guess ?? { type: 'text', currency: 'EUR' }}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

type FormProps = {
  kind: DetailName['kind'];
  detail: string;
  guess: DetailName['guess'];
  onClose: (isDone: boolean) => void;
};

const isSame = (a: string, b: string): boolean => foldText(a.trim()) === foldText(b.trim());

function Form({ kind, detail, guess, onClose }: FormProps) {
  const gather = useGather();
  const [label, setLabel] = useState(detail);
  const [type, setType] = useState<OwnFieldType>(guess.type);
  const [isBusy, setBusy] = useState(false);
  const namesake = useOwnFields(kind).find((one) => isSame(one.label, label));
  // Teammates have these details: a private field would take them away from them.
  const isOthers = namesake?.isPrivate === true;
  const isAway = namesake !== undefined && (namesake.isRetired || namesake.isNewer);
  const isReady = label.trim() !== '' && !isAway && !isOthers;
  const { currency } = guess;
  const into =
    namesake === undefined ? { label: label.trim(), type, currency } : { field: namesake.id };
  const asked: Gather = { kind, from: { label: detail }, into };
  const answer = useGatherCounts(isReady ? asked : undefined);
  const save = async (): Promise<void> => {
    setBusy(true);
    if (await gather(asked)) onClose(true);
    else setBusy(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isBusy) void save();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t`Name of the field`}
          data-autofocus
          value={label}
          maxLength={200}
          error={
            isAway
              ? t`There is such a field: it was put away and can be brought back under Fields.`
              : isOthers
                ? t`You have a private field of this name: choose another one.`
                : undefined
          }
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        {namesake === undefined ? (
          <TypeSelect value={type} types={importedOwnTypes} onChange={setType} />
        ) : (
          !isAway &&
          !isOthers && (
            <Text size="sm">
              <Trans>There is a field of this name: what fits goes into it.</Trans>
            </Text>
          )
        )}
        {isReady && (
          <FitCounts
            answer={answer}
            kept={(misfits) =>
              plural(misfits, {
                one: '# value does not fit, or there is one already: it stays another detail.',
                other: '# values do not fit, or there is one already: they stay other details.',
              })
            }
          />
        )}
        <FormButtons
          submit={namesake === undefined ? t`Make the field` : t`Put into the field`}
          isDisabled={!isReady || isBusy || answer === undefined || 'failure' in answer}
          onCancel={() => onClose(false)}
        />
      </Stack>
    </form>
  );
}
