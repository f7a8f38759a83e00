// Makes a template, or changes one.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { type Purpose, purposes } from '../../../src-shared/domain/permission.ts';
import { isPlace } from '../../../src-shared/drafts/places.ts';
import { languagesOfSalutations } from '../../../src-shared/drafts/salutation.ts';
import { readTemplate } from '../../../src-shared/drafts/template.ts';
import { keepTemplate } from '../../../src-shared/records/intents/drafts.ts';
import { writtenOptions } from '../../data/choices.ts';
import { useOwnFields } from '../../data/known-kinds.tsx';
import { textOf } from '../../data/text-of.ts';
import { useCommand } from '../../data/use-command.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { InsertPlace } from './insert-place.tsx';
import { PurposeChoice } from './purpose-choice.tsx';
import { TemplateFaults } from './template-faults.tsx';

type Props = {
  /** null: a new one. */
  template: RecordDoc | null;
  onClose: () => void;
};

type Words = { name: string; subject: string; body: string; purpose: Purpose; language: string };

const purposeOf = (template: RecordDoc): Purpose | undefined =>
  purposes.find((one) => one === textOf(template, 'purpose'));

export function TemplateDialog({ template, onClose }: Props) {
  const run = useCommand();
  const [words, setWords] = useState<Words>({
    name: template === null ? '' : textOf(template, 'name'),
    subject: template === null ? '' : textOf(template, 'subject'),
    body: template === null ? '' : textOf(template, 'body'),
    purpose: (template === null ? undefined : purposeOf(template)) ?? 'service',
    language: template === null ? '' : textOf(template, 'language'),
  });
  const field = useRef<HTMLTextAreaElement>(null);
  const labels = useOwnFields('person').map(({ label }) => label);
  const faults = [words.subject, words.body].flatMap(
    (text) => readTemplate(text, (name) => isPlace(name, labels)).faults,
  );
  const insert = (place: string): void => {
    const at = field.current?.selectionStart ?? words.body.length;
    setWords({ ...words, body: words.body.slice(0, at) + place + words.body.slice(at) });
  };
  const keep = async (): Promise<void> => {
    const done = await run(
      keepTemplate(template?.id, {
        ...words,
        name: words.name.trim(),
        language: words.language === '' ? null : words.language,
      }),
    );
    if (done !== undefined) onClose();
  };
  return (
    <Dialog
      title={template === null ? t`New template` : t`Edit the template`}
      size="lg"
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t`Name`}
            value={words.name}
            data-autofocus
            onChange={(event) => setWords({ ...words, name: event.currentTarget.value })}
          />
          <HowChosen words={words} set={(changes) => setWords({ ...words, ...changes })} />
          <TextInput
            label={t`Subject`}
            value={words.subject}
            dir="auto"
            onChange={(event) => setWords({ ...words, subject: event.currentTarget.value })}
          />
          <Textarea
            ref={field}
            label={t`Text`}
            value={words.body}
            dir="auto"
            autosize
            minRows={8}
            maxRows={18}
            onChange={(event) => setWords({ ...words, body: event.currentTarget.value })}
          />
          <TemplateFaults faults={faults} />
          <Group justify="space-between">
            <InsertPlace onInsert={insert} />
            <Button type="submit" disabled={words.name.trim() === ''}>
              <Trans>Save</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

type HowProps = { words: Words; set: (changes: Partial<Words>) => void };

/** What says for whom it is. */
const HowChosen = ({ words, set }: HowProps) => (
  <Group grow align="start">
    <PurposeChoice purpose={words.purpose} onTake={(purpose) => set({ purpose })} />
    <Select
      label={t`Language`}
      placeholder={t`For everybody`}
      description={t`Of templates with one name everybody gets the one in their language.`}
      inputWrapperOrder={['label', 'input', 'description']}
      clearable
      data={writtenOptions(languagesOfSalutations)}
      value={words.language === '' ? null : words.language}
      onChange={(next) => set({ language: next ?? '' })}
    />
  </Group>
);
