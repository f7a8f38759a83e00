// Writes to one person: a text, from a template or not, in the words that are right for them. It is
// sent by the owner's own mail program, never from here; whoever sent it says so, and it is logged.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Anchor, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { refusalOf } from '../../../src-shared/care/may-contact.ts';
import { canBeWrittenTo } from '../../../src-shared/values/mail-link.ts';
import { templates as allTemplates } from '../../data/queries/setup.ts';
import { textOf } from '../../data/text-of.ts';
import { useDayWords } from '../../data/use-day-words.ts';
import { useDraft } from '../../data/use-draft.ts';
import { useRecords } from '../../data/use-records.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import type { OpenDialog } from '../../ui/record-actions.tsx';
import { refusalWords } from '../../words/care-words.ts';
import { MissingPlaces, TemplateFaults } from './template-faults.tsx';
import { useFillIn } from './use-draft-values.ts';
import { WrittenOut } from './written-out.tsx';

export const WriteDialog: OpenDialog = ({ context: { doc }, onClose }) => {
  const name = nameOrNone(doc);
  return (
    <Dialog title={t`Write to ${name}`} size="lg" keepsDraft onClose={onClose}>
      <Writing person={doc} onClose={onClose} />
    </Dialog>
  );
};

/** Left where they were not understood or are not known. */
const hasPlaces = (text: string): boolean => /\{\{[^{}]*\}\}/u.test(text);

function Writing({ person, onClose }: { person: RecordDoc; onClose: () => void }) {
  const templates = useRecords(allTemplates) ?? [];
  const fill = useFillIn(person);
  const addresses = [
    ...new Set((person.sets['emails'] ?? []).map(({ value }) => value.trim())),
  ].filter(canBeWrittenTo);
  const [chosen, setChosen] = useState<string | null>(null);
  const [to, setTo] = useState(addresses[0] ?? '');
  const [subject, setSubject] = useDraft(`subject to ${person.id}`);
  const [text, setText] = useDraft(`text to ${person.id}`);
  const take = (id: string | null): void => {
    setChosen(id);
    const template = templates.find((one) => one.id === id);
    if (template === undefined) return;
    setSubject(fill(textOf(template, 'subject')).text);
    setText(fill(textOf(template, 'body')).text);
  };
  const day = useDayWords();
  const refusal = refusalOf(person, 'mail');
  const parts = [fill(subject), fill(text)];
  const faults = parts.flatMap((part) => part.faults);
  const missing = [...new Set(parts.flatMap((part) => part.missing))];
  return (
    <Stack gap="sm">
      {refusal !== undefined && (
        <Alert color="red" title={refusalWords(refusal, { day })}>
          <Trans>
            What you write here can only be kept. If there is a good reason to write all the same,
            choose the address on their page and say why.
          </Trans>
        </Alert>
      )}
      <TemplateChoice templates={templates} chosen={chosen} onTake={take} />
      {addresses.length > 1 && (
        <Select label={t`To`} data={addresses} value={to} onChange={(next) => setTo(next ?? to)} />
      )}
      {addresses.length === 0 && (
        <Text size="sm" className="dim">
          <Trans>
            There is no e-mail address that can be written to. The text can be copied, for a
            messenger or a letter.
          </Trans>
        </Text>
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
      <TemplateFaults faults={faults} />
      <MissingPlaces missing={missing} />
      <WrittenOut
        person={person}
        to={addresses.includes(to) ? to : (addresses[0] ?? '')}
        subject={subject}
        text={text}
        isReady={
          refusal === undefined && text.trim() !== '' && !hasPlaces(subject) && !hasPlaces(text)
        }
        onDone={() => {
          setSubject('');
          setText('');
          onClose();
        }}
      />
    </Stack>
  );
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
