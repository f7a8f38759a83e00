// Writes down what happened with somebody, from anywhere: whom, what, done. Made for the keys:
// a name, Enter, the words, Enter.

import { t } from '@lingui/core/macro';
import { SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';

import { logMoment } from '../../../../src-shared/records/intents/people.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { useNamed } from '../../../data/use-records-in.ts';
import { OwnDraft, useOwnDraft } from '../../../fields/own-draft.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { momentKinds } from './moment-kinds.ts';
import { type Named, PeoplePicker } from './people-picker.tsx';

const usualKind = 'call';

/** `personId`: who is on the page, '' for nobody. */
export function LogDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const run = useCommand();
  const [kind, setKind] = useState(usualKind);
  const [picked, setPicked] = useState<Named[]>();
  const [text, setText] = useState('');
  const own = useOwnDraft(kind, `log of ${personId}`);
  const what = useRef<HTMLInputElement>(null);
  const named = useNamed(['people'], personId === '' ? [] : [personId]);
  const here = named.get(personId);
  const people = picked ?? (here === undefined ? [] : [{ id: personId, name: here.name }]);
  const isReady = people.length > 0 && text.trim() !== '';
  const log = async (): Promise<void> => {
    const ids = people.map(({ id }) => id);
    if (own.isUnclear()) return;
    const moment = { kind, when: Date.now(), people: ids, text, own: own.filled() };
    const done = await run(logMoment(moment));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title={t`Log what happened`} isBegun={text !== '' || own.isBegun} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void log();
        }}
      >
        <Stack gap="sm">
          <PeoplePicker
            label={t`With whom`}
            placeholder={t`Type a name`}
            chosen={people}
            without={[]}
            size="sm"
            takesFirst
            isFirst={personId === ''}
            onChange={(next) => {
              setPicked(next);
              if (next.length > people.length) what.current?.focus();
            }}
          />
          <TextInput
            ref={what}
            label={t`What happened`}
            {...(personId === '' ? {} : { 'data-autofocus': true })}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <SegmentedControl
            size="xs"
            aria-label={t`Kind`}
            data={momentKinds()}
            value={kind}
            onChange={setKind}
          />
          <OwnDraft draft={own} />
        </Stack>
        <FormButtons submit={t`Log`} isDisabled={!isReady} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
