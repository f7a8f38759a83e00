// Writes down what happened with somebody, from anywhere, in one line: whom, what, when, what
// was promised. Made for the keys: the line, Enter; or a name, Enter, the words, Enter.

import { t } from '@lingui/core/macro';
import { SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';

import { useCommand } from '../../../data/use-command.tsx';
import { useNamed } from '../../../data/use-records-in.ts';
import { OwnDraft, useOwnDraft } from '../../../fields/own-draft.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { LineChips } from '../line/line-chips.tsx';
import { useLine } from '../line/use-line.ts';
import { momentKinds } from './moment-kinds.ts';
import { PeoplePicker } from './people-picker.tsx';

const usualKind = 'call';

/** `personId`: who is on the page, '' for nobody. */
export function LogDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const run = useCommand();
  const [text, setText] = useState('');
  const [isAlone, setAlone] = useState(false);
  const named = useNamed(['people'], personId === '' ? [] : [personId]);
  const person = named.get(personId);
  const here = person === undefined ? [] : [{ id: personId, name: person.name }];
  const line = useLine({ text, here, usualKind });
  const { people, kind } = line.draft;
  const own = useOwnDraft(kind, `log of ${personId}`);
  const what = useRef<HTMLInputElement>(null);
  const which = useRef<HTMLButtonElement>(null);
  const log = async (): Promise<void> => {
    if (own.isUnclear()) return;
    const settled = await line.settle();
    setAlone(settled.type === 'nobody');
    if (settled.type === 'took') {
      // Whoever types fast is already behind the name.
      setText((now) => now.slice(text.length).trimStart());
      line.take(settled.person);
    }
    if (settled.type === 'which') which.current?.click();
    if (settled.type !== 'ready') return;
    const command = await line.command(settled.draft, own.filled());
    if ((await run(command)) !== undefined) onClose();
  };
  return (
    <Dialog
      size="lg"
      title={t`Log what happened`}
      isBegun={text !== '' || own.isBegun}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void log();
        }}
      >
        <Stack gap="sm">
          <TextInput
            ref={what}
            label={t`What happened`}
            placeholder={t`call Ana about the quote yesterday 14:00, promise: send it by Fri`}
            data-autofocus
            value={text}
            onChange={(event) => {
              setAlone(false);
              setText(event.currentTarget.value);
            }}
          />
          <LineChips line={line} which={which} />
          <PeoplePicker
            label={t`With whom`}
            placeholder={t`Type a name`}
            chosen={people}
            without={[]}
            size="sm"
            takesFirst
            {...(isAlone && people.length === 0 ? { error: t`Name at least one person.` } : {})}
            onChange={(next) => {
              line.setPeople(next);
              if (next.length > people.length) what.current?.focus();
            }}
          />
          <SegmentedControl
            size="xs"
            aria-label={t`Kind`}
            data={momentKinds()}
            value={kind}
            onChange={(next) => line.set({ kind: next })}
          />
          <OwnDraft draft={own} />
        </Stack>
        <FormButtons submit={t`Log`} isDisabled={text.trim() === ''} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
