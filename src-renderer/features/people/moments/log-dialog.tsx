// Writes down what happened with somebody, from anywhere, in one line: whom, what, when, what
// was promised. Made for the keys: the line, Enter; or a name, Enter, the words, Enter.

import { t } from '@lingui/core/macro';
import { SegmentedControl, Stack, TextInput } from '@mantine/core';

import { readerZone } from '../../../data/asking-views.ts';
import type { LogWish } from '../../../data/asked.ts';
import { useFormDraft } from '../../../data/use-draft.ts';
import { useNamed } from '../../../data/use-records-in.ts';
import { OwnDraft } from '../../../fields/own-draft.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { dayOf } from '../../../ui/day.ts';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { LineChips } from '../line/line-chips.tsx';
import type { ByHand } from '../line/line-draft.ts';
import { useLineForm } from '../line/use-line-form.ts';
import { clockOf } from './moment-draft.ts';
import { momentKinds } from './moment-kinds.ts';
import { PeoplePicker } from './people-picker.tsx';

const usualKind = 'call';

type Props = {
  /** Who is on the page, '' for nobody. */
  personId: string;
  /** One that was just made. */
  call?: LogWish['call'];
  onClose: () => void;
};

export function LogDialog({ personId, call, onClose }: Props) {
  const { text, keep, leave } = useFormDraft(
    call === undefined ? `log of ${personId}` : `log of a call with ${personId}`,
    onClose,
  );
  const named = useNamed(['people'], personId === '' ? [] : [personId]);
  const person = named.get(personId);
  const here = person === undefined ? [] : [{ id: personId, name: person.name }];
  const { line, own, what, which, isAlone, onText, mean, make, log } =
    useLineForm<HTMLInputElement>({
      text,
      setText: keep,
      here,
      usualKind,
      of: `log of ${personId}`,
      ...(call === undefined ? {} : { begun: begunBy(call) }),
      onDone: leave,
    });
  const { people, kind } = line.draft;
  return (
    <Dialog
      size="lg"
      title={t`Log what happened`}
      isBegun={text !== '' || own.isBegun}
      onClose={leave}
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
            onChange={(event) => onText(event.currentTarget.value)}
          />
          <LineChips line={line} which={which} onMean={mean} onMake={make} />
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
        <FormButtons
          submit={t`Log`}
          isDisabled={text.trim() === '' && call === undefined}
          onCancel={leave}
        />
      </form>
    </Dialog>
  );
}

/** Whoever called reached them, as far as is known. */
const begunBy = ({ since, minutes }: NonNullable<LogWish['call']>): ByHand => ({
  kind: 'call',
  direction: 'out',
  day: dayOf(since),
  time: clockOf(since, readerZone()),
  minutes,
});
