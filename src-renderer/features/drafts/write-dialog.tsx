// Writes to one person: a text, from a template or not, in the words that are right for them. It is
// sent by the owner's own mail program, never from here; whoever sent it says so, and it is logged.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Anchor, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import { type Purpose, purposes } from '../../../src-shared/domain/permission.ts';
import type { NewRecord, RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Check } from '../../../src-shared/drafts/check-run.ts';
import { messageId } from '../../../src-shared/drafts/run.ts';
import { hasPlaces } from '../../../src-shared/drafts/template.ts';
import type { Done } from '../../../src-shared/records/command.ts';
import { logSent } from '../../../src-shared/records/intents/drafts.ts';
import { withVisit } from '../../../src-shared/records/intents/rounds.ts';
import { templates as allTemplates } from '../../data/queries/setup.ts';
import { textOf } from '../../data/text-of.ts';
import { threadOf } from '../../data/thread-of.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useDayWords } from '../../data/use-day-words.ts';
import { useDraft } from '../../data/use-draft.ts';
import { useRecords } from '../../data/use-records.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import type { OpenDialog } from '../../ui/record-actions.tsx';
import { PurposeChoice } from './purpose-choice.tsx';
import { EnoughAlert } from './run/enough-alert.tsx';
import { problemWords } from './run/run-words.ts';
import { useChecked } from './run/use-checked.ts';
import { MissingPlaces, TemplateFaults } from './template-faults.tsx';
import { useFillIn } from './use-draft-values.ts';
import { WrittenOut } from './written-out.tsx';

export const WriteDialog: OpenDialog = ({ context: { doc }, onClose }) => (
  <WriteToOne person={doc} onClose={onClose} />
);

type Props = {
  person: RecordDoc;
  onClose: () => void;
  /** What is made when it is said to be sent. */
  along?: () => NewRecord;
  onSent?: (done: Done) => void;
};

export function WriteToOne(props: Props) {
  const name = nameOrNone(props.person);
  return (
    <Dialog title={t`Write to ${name}`} size="lg" keepsDraft onClose={props.onClose}>
      <Writing {...props} />
    </Dialog>
  );
}

function Writing({ person, onClose, along, onSent }: Props) {
  const templates = useRecords(allTemplates) ?? [];
  const fill = useFillIn(person);
  const run = useCommand();
  const [chosen, setChosen] = useState<string | null>(null);
  const [purpose, setPurpose] = useState<Purpose>('service');
  const [mailId] = useState(() => messageId(crypto.randomUUID()));
  const [subject, setSubject] = useDraft(`subject to ${person.id}`);
  const [text, setText] = useDraft(`text to ${person.id}`);
  const check = useChecked(person, purpose);
  const [asked, setAsked] = useState('');
  const addresses = check?.to ?? [];
  const to = addresses.includes(asked) ? asked : (addresses[0] ?? '');
  const take = (id: string | null): void => {
    setChosen(id);
    const template = templates.find((one) => one.id === id);
    if (template === undefined) return;
    setPurpose(purposes.find((one) => one === textOf(template, 'purpose')) ?? purpose);
    setSubject(fill(textOf(template, 'subject')).text);
    setText(fill(textOf(template, 'body')).text);
  };
  const log = async (): Promise<void> => {
    const sent = { person: person.id, subject, text, when: Date.now(), purpose };
    const thread = await threadOf(mailId);
    const command = logSent({ ...sent, thread, template: chosen ?? '' });
    const done = await run(withVisit(command, along?.()));
    if (done === undefined) return;
    setSubject('');
    setText('');
    onClose();
    onSent?.(done);
  };
  const parts = [fill(subject), fill(text)];
  const isRefused = check?.problem !== undefined && check.problem.what !== 'no-address';
  return (
    <Stack gap="sm">
      <Against check={check} />
      <TemplateChoice templates={templates} chosen={chosen} onTake={take} />
      <PurposeChoice purpose={purpose} onTake={setPurpose} />
      {addresses.length > 1 && (
        <Select label={t`To`} data={addresses} value={to} onChange={(one) => setAsked(one ?? to)} />
      )}
      <TextInput
        label={t`Subject`}
        value={subject}
        dir="auto"
        data-autofocus
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <Textarea
        label={t`Text`}
        value={text}
        dir="auto"
        autosize
        minRows={8}
        maxRows={18}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TemplateFaults faults={parts.flatMap(({ faults }) => faults)} />
      <MissingPlaces parts={parts} />
      <WrittenOut
        name={nameOrNone(person)}
        to={isRefused ? '' : to}
        subject={subject}
        text={text}
        messageId={mailId}
        isReady={
          check !== undefined &&
          !isRefused &&
          text.trim() !== '' &&
          !hasPlaces(subject) &&
          !hasPlaces(text)
        }
        onSent={() => void log()}
      />
    </Stack>
  );
}

/** Why they are not to be written to, or not now. */
function Against({ check }: { check: Check | undefined }) {
  const day = useDayWords();
  if (check?.problem?.what === 'no-address')
    return (
      <Text size="sm" className="dim">
        <Trans>
          There is no e-mail address that can be written to. The text can be copied, for a messenger
          or a letter.
        </Trans>
      </Text>
    );
  if (check?.problem !== undefined)
    return (
      <Alert color="red" title={problemWords(check.problem, 'mail', day)}>
        <Trans>
          What you write here can only be kept. If there is a good reason to write all the same,
          choose the address on their page and say why.
        </Trans>
      </Alert>
    );
  return check?.enough === undefined ? null : <EnoughAlert found={check.enough} />;
}

type ChoiceProps = {
  templates: readonly RecordDoc[];
  chosen: string | null;
  onTake: (id: string | null) => void;
};

const TemplateChoice = ({ templates, chosen, onTake }: ChoiceProps) => (
  <>
    {templates.length > 0 && (
      <Select
        label={t`Template`}
        placeholder={t`Without a template`}
        clearable
        data={templates.map((one) => ({ value: one.id as string, label: nameOrNone(one) }))}
        value={chosen}
        onChange={onTake}
      />
    )}
    <Anchor size="xs" href="#/templates">
      {templates.length === 0 ? (
        <Trans>Make a template for what you write often</Trans>
      ) : (
        <Trans>Change the templates</Trans>
      )}
    </Anchor>
  </>
);
