// Saves what a list of people asks for as a smart bucket: whoever fits is in it. One of the same
// name asks for this from then on. A bucket that would ask for itself is refused.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import { foldText } from '../../src-shared/domain/fold.ts';
import type { JsonValue, RecordDoc } from '../../src-shared/domain/record.ts';
import { circleThrough, smartBucketsOf } from '../../src-shared/query/smart.ts';
import type { ViewNode } from '../../src-shared/query/view.ts';
import { create, edit, setField } from '../../src-shared/records/intents/edits.ts';
import { smartBuckets } from '../data/queries/groups.ts';
import { refOf } from '../data/ref-of.ts';
import { useCommand } from '../data/use-command.tsx';
import { useRecords } from '../data/use-records.ts';
import { groupPath } from '../kinds/group.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormButtons } from '../ui/form-buttons.tsx';
import { nameOrNone } from '../ui/name-or-none.ts';
import { go } from '../ui/router.ts';
import { listWords } from '../words/in-language.ts';

type Props = { conditions: ViewNode; onClose: () => void };

export function SaveAsBucket({ conditions, onClose }: Props) {
  const run = useCommand();
  const [name, setName] = useState('');
  const known = useRecords(smartBuckets()) ?? [];
  const same = known.find((bucket) => foldText(bucket.name) === foldText(name.trim()));
  const circle = same && circleThrough(same.id, conditions, smartBucketsOf(known));
  const save = async (): Promise<void> => {
    const smart = JSON.parse(JSON.stringify(conditions)) as JsonValue;
    const done = await run(
      same === undefined
        ? create({ kind: 'bucket', fields: { name: name.trim(), smart } })
        : edit(setField(refOf(same), 'smart', smart)),
    );
    const id = same?.id ?? done?.ids[0];
    if (done === undefined || id === undefined) return;
    onClose();
    go(groupPath(id));
  };
  const canSave = name.trim() !== '' && circle === undefined;
  return (
    <Dialog onClose={onClose} title={t`Save as a smart bucket`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (canSave) void save();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t`Name`}
            data-autofocus
            maxLength={500}
            value={name}
            error={circle === undefined ? undefined : circleWords(circle, known)}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Text size="sm" className="dim">
            {same === undefined ? (
              <Trans>
                Whoever fits these filters is in it, and leaves it when they fit no longer. The
                whole team sees it.
              </Trans>
            ) : (
              <Trans>
                There is a smart bucket of this name: these filters say from now on who is in it.
              </Trans>
            )}
          </Text>
          <FormButtons
            submit={same === undefined ? t`Save` : t`Change who is in it`}
            isDisabled={!canSave}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

function circleWords(circle: readonly string[], known: readonly RecordDoc[]): string {
  const names = circle.map((id) => nameOrNone(known.find((one) => one.id === id) ?? { name: '' }));
  const [own = '', ...over] = names;
  const others = listWords(over);
  return over.length === 0
    ? t`These filters ask for ${own} itself, so nobody could say who is in it. Take that filter out, or choose another name.`
    : t`These filters ask for ${others}, which asks for ${own}, so nobody could say who is in them. Take that filter out, or choose another name.`;
}
