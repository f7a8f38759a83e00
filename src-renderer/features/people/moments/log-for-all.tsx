// Writes down one call, meeting, message or note for everybody who was ticked or is in a group,
// in one line, as one step.

import { plural, t } from '@lingui/core/macro';
import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { BulkAct } from '../../../../src-shared/records/intents/bulk.ts';
import type { Chosen } from '../../../data/chosen-people.ts';
import { useBulk } from '../../../data/use-bulk.ts';
import { useChosenCount } from '../../../data/use-chosen-count.ts';
import { useFormDraft } from '../../../data/use-draft.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { TypedNumber } from '../../../ui/typed-number.tsx';
import { LineChips } from '../line/line-chips.tsx';
import type { LineDraft } from '../line/line-draft.ts';
import { loggedForWords } from '../line/logged-words.ts';
import type { Line } from '../line/use-line.ts';
import { useLineForm } from '../line/use-line-form.ts';
import { momentKinds } from './moment-kinds.ts';
import { PeoplePicker } from './people-picker.tsx';

type Logged = Extract<BulkAct, { type: 'log' }>;

const kinds = ['note', 'call', 'meeting', 'message'] as const satisfies readonly Logged['kind'][];

const usualKind = 'meeting';

type Props = { chosen: Chosen; onClose: () => void };

export function LogForAll({ chosen, onClose }: Props) {
  const found = useChosenCount(chosen.by === 'view' ? chosen : undefined);
  const count = chosen.by === 'hand' ? chosen.ids.length : found;
  const run = useBulk();
  const { text, keep, leave } = useFormDraft('log for all', onClose);
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const canLog = text.trim() !== '' && isSure && !isBusy && (count ?? 0) > 0;
  const save = async (draft: LineDraft, { forEach }: Line): Promise<boolean> => {
    setBusy(true);
    const { kind, reminder, ...saying } = forEach(draft);
    const act: Logged = {
      type: 'log',
      kind: kinds.find((one) => one === kind) ?? usualKind,
      ...saying,
      others: draft.people.map(({ id }) => id),
      ...(reminder === undefined ? {} : { reminder }),
    };
    const done = await run(chosen, count ?? 0, act, loggedForWords(draft, count ?? 0));
    setBusy(false);
    return done !== undefined;
  };
  const { line, what, which, onText, mean, make, log } = useLineForm<HTMLInputElement>({
    text,
    setText: keep,
    here: [],
    usualKind,
    of: 'log for all',
    isForMany: true,
    save,
    onDone: leave,
  });
  return (
    <Dialog size="lg" title={t`Log for all`} isBegun={text !== ''} onClose={leave}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (canLog) void log();
        }}
      >
        <Stack gap="sm">
          <TextInput
            ref={what}
            label={t`What happened`}
            placeholder={t`met at the fair on Monday, promise: send the list by Fri`}
            data-autofocus
            value={text}
            onChange={(event) => onText(event.currentTarget.value)}
          />
          <LineChips line={line} which={which} onMean={mean} onMake={make} />
          <PeoplePicker
            label={t`With other people`}
            placeholder={t`Type a name`}
            chosen={line.draft.people}
            without={[]}
            onChange={line.setPeople}
          />
          <SegmentedControl
            size="xs"
            aria-label={t`Kind`}
            data={momentKinds()}
            value={line.draft.kind}
            onChange={(kind) => line.set({ kind })}
          />
          {count !== undefined && (
            <Text size="sm">
              {plural(count, {
                0: 'Nobody is in this group, so nothing would be logged.',
                one: 'It is logged for # person.',
                other: 'It is logged for # people, for each on their own timeline.',
              })}
            </Text>
          )}
          <TypedNumber isNeeded count={count ?? 0} onSure={setSure} />
        </Stack>
        <FormButtons submit={t`Log`} isDisabled={!canLog} onCancel={leave} />
      </form>
    </Dialog>
  );
}
