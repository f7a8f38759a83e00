// Makes a field: what it is called, what it holds, and what it offers to choose from.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Checkbox, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import { foldText } from '../../../src-shared/domain/fold.ts';
import type { OwnFieldType } from '../../../src-shared/domain/own-field.ts';
import { create } from '../../../src-shared/records/intents/edits.ts';
import { defineField } from '../../../src-shared/records/intents/own-fields.ts';
import { currencyOfCountry } from '../../../src-shared/values/currency.ts';
import { useHost } from '../../data/host-context.tsx';
import { useOwnFields } from '../../data/known-kinds.tsx';
import { useCommand } from '../../data/use-command.tsx';
import { TypeSelect } from '../../fields/own-type-select.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';

type Props = {
  kind: string;
  onClose: () => void;
  /** `id`: of the field. */
  onMade?: (id: string) => void;
};

export function DefineField({ kind, onClose, onMade }: Props) {
  const run = useCommand();
  const { settings } = useHost();
  const others = useOwnFields(kind);
  const [label, setLabel] = useState('');
  const [type, setType] = useState<OwnFieldType>('text');
  const [lines, setLines] = useState('');
  const [currency, setCurrency] = useState(currencyOfCountry(settings?.defaultCountry));
  const [isPrivate, setPrivate] = useState(false);
  const options = optionsIn(lines);
  const namesake = others.find((one) => foldText(one.label) === foldText(label.trim()));
  const isChoice = type === 'choice' || type === 'choices';
  const isReady = label.trim() !== '' && namesake === undefined;
  const save = async (): Promise<void> => {
    const field = defineField({
      label,
      kind,
      type,
      ...(isChoice ? { options } : {}),
      ...(type === 'money' ? { currency } : {}),
      isPrivate,
    });
    const done = await run(create(field));
    if (done === undefined) return;
    const [id] = done.ids;
    if (id !== undefined) onMade?.(id);
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={t`Add a field`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void save();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t`Name of the field`}
            data-autofocus
            value={label}
            error={namesake === undefined ? undefined : namesakeWords(namesake.isRetired)}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <TypeSelect value={type} onChange={setType} />
          {isChoice && (
            <Textarea
              label={t`What can be chosen, one on each line`}
              autosize
              minRows={3}
              maxRows={12}
              value={lines}
              onChange={(event) => setLines(event.currentTarget.value)}
            />
          )}
          {type === 'money' && (
            <TextInput
              label={t`Currency, such as EUR`}
              value={currency}
              maxLength={3}
              onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
            />
          )}
          <Checkbox
            label={t`Only on this laptop`}
            description={t`Nobody else gets the field or what you write into it, not even teammates who share the person. Your backups hold it.`}
            checked={isPrivate}
            onChange={(event) => setPrivate(event.currentTarget.checked)}
          />
          <Text size="sm" className="dim">
            <Trans>
              The name and the kind can be changed later: nothing that was filled in is lost.
            </Trans>
          </Text>
          <FormButtons submit={t`Add`} isDisabled={!isReady} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

const namesakeWords = (isRetired: boolean): string =>
  isRetired
    ? t`There is such a field: it was put away and can be brought back under Fields.`
    : t`There is a field of this name already.`;

/** Each once, whatever its capitals. */
function optionsIn(lines: string): string[] {
  const byName = new Map(
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => [foldText(line), line]),
  );
  return [...byName.values()];
}
