// Begins a run: the same words to each of these people, in the words that are right for them.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

import {
  mostInRun,
  runChannels,
  type RunChannel,
} from '../../../../src-shared/domain/draft-run.ts';
import { type Purpose, purposes } from '../../../../src-shared/domain/permission.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { RunText } from '../../../../src-shared/drafts/run.ts';
import { hasPlaces } from '../../../../src-shared/drafts/template.ts';
import { beginRun } from '../../../../src-shared/records/intents/draft-runs.ts';
import { whichOf } from '../../../data/asking-views.ts';
import type { Chosen } from '../../../data/chosen-people.ts';
import { useHost } from '../../../data/host-context.tsx';
import { templates as allTemplates } from '../../../data/queries/setup.ts';
import { textOf } from '../../../data/text-of.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { usePolicy } from '../../../data/use-policy.ts';
import { useRecords } from '../../../data/use-records.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import { go } from '../../../ui/router.ts';
import { useDates } from '../../../ui/when.tsx';
import { PurposeChoice } from '../purpose-choice.tsx';
import { TemplateFaults } from '../template-faults.tsx';
import { useFiller } from '../use-draft-values.ts';
import { channelOfRunWords, ruleWords } from './run-words.ts';

type Props = { chosen: Chosen; onClose: () => void };
type Form = {
  name: string;
  channel: RunChannel;
  purpose: Purpose;
  template: string | null;
  subject: string;
  text: string;
};

const usual: Form = {
  name: '',
  channel: 'mail',
  purpose: 'service',
  template: null,
  subject: '',
  text: '',
};

export function BeginRun({ chosen, onClose }: Props) {
  const people = useChosenIds(chosen);
  const templates = useRecords(allTemplates) ?? [];
  const command = useCommand();
  const [form, setForm] = useState<Form>(usual);
  const fill = useFiller();
  const { date } = useDates();
  const [today] = useState(() => date(Date.now()));
  const template = templates.find(({ id }) => id === form.template);
  const others = template === undefined ? [] : inOtherLanguages(template, templates);
  const texts = [
    {
      language: template === undefined ? '' : textOf(template, 'language'),
      subject: form.subject,
      text: form.text,
    },
    ...others,
  ];
  const faults = texts
    .flatMap(({ subject, text }) => [subject, text])
    .flatMap((text) => fill(text, () => 'x').faults);
  const begin = async (): Promise<void> => {
    const id = crypto.randomUUID();
    const { channel, purpose } = form;
    const subject = form.subject.trim();
    const name = form.name.trim() || (hasPlaces(subject) ? '' : subject) || today;
    const about = { id, name, channel, purpose, template: form.template ?? '' };
    const begun = beginRun({ ...about, texts, people: people?.ids ?? [] });
    if ((await command(begun)) !== undefined) go(`/drafts/${id}`);
  };
  const canBegin = people !== undefined && people.ids.length > 0 && faults.length === 0;
  return (
    <Dialog title={t`Write to each`} size="lg" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (canBegin) void begin();
        }}
      >
        <Stack gap="sm">
          <HowMany people={people} />
          <Which
            form={form}
            set={(changes) => setForm({ ...form, ...changes })}
            templates={templates}
            others={others.length}
          />
          <RunWords form={form} set={(changes) => setForm({ ...form, ...changes })} />
          <TemplateFaults faults={faults} />
        </Stack>
        <FormButtons submit={t`Make the drafts`} isDisabled={!canBegin} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

type PartProps = { form: Form; set: (changes: Partial<Form>) => void };
type WhichProps = PartProps & { templates: readonly RecordDoc[]; others: number };

function Which({ form, set, templates, others }: WhichProps) {
  const policy = usePolicy();
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t`Way`}
        data={runChannels.map((value) => ({ value, label: channelOfRunWords(value) }))}
        value={form.channel}
        onChange={(next) =>
          set({ channel: runChannels.find((one) => one === next) ?? form.channel })
        }
      />
      <Select
        label={t`Template`}
        placeholder={t`Without a template`}
        clearable
        data={templates.map((one) => ({ value: one.id as string, label: labelOf(one) }))}
        value={form.template}
        onChange={(id) => set(taken(templates.find((one) => one.id === id)))}
      />
      {others > 0 && (
        <Text size="xs" className="dim">
          {plural(others, {
            one: 'Whoever has the language of another template of this name gets that one.',
            other:
              'Whoever has the language of one of # other templates of this name gets that one.',
          })}
        </Text>
      )}
      <PurposeChoice purpose={form.purpose} onTake={(purpose) => set({ purpose })} />
      <Text size="xs" className="dim" mt={-8}>
        {ruleWords(form.purpose, policy)}{' '}
        <Anchor href="#/rules" inherit underline="always">
          <Trans>Rules</Trans>
        </Anchor>
      </Text>
    </>
  );
}

const RunWords = ({ form, set }: PartProps) => (
  <>
    <TextInput
      label={t`Name of this run`}
      value={form.name}
      onChange={(event) => set({ name: event.currentTarget.value })}
    />
    <TextInput
      label={t`Subject`}
      value={form.subject}
      dir="auto"
      onChange={(event) => set({ subject: event.currentTarget.value })}
    />
    <Textarea
      label={t`Text`}
      value={form.text}
      dir="auto"
      autosize
      minRows={5}
      maxRows={12}
      onChange={(event) => set({ text: event.currentTarget.value })}
    />
  </>
);

const labelOf = (template: RecordDoc): string => {
  const language = textOf(template, 'language');
  return language === '' ? nameOrNone(template) : `${nameOrNone(template)} (${language})`;
};

function taken(template: RecordDoc | undefined): Partial<Form> {
  if (template === undefined) return { template: null };
  const purpose = purposes.find((one) => one === textOf(template, 'purpose'));
  return {
    template: template.id,
    name: nameOrNone(template),
    subject: textOf(template, 'subject'),
    text: textOf(template, 'body'),
    ...(purpose === undefined ? {} : { purpose }),
  };
}

/** Templates of the same name that say another language. */
const inOtherLanguages = (template: RecordDoc, all: readonly RecordDoc[]): RunText[] =>
  all
    .filter((one) => one.id !== template.id && one.sortKey === template.sortKey)
    .map((one) => ({
      language: textOf(one, 'language'),
      subject: textOf(one, 'subject'),
      text: textOf(one, 'body'),
    }))
    .filter(({ language }) => language !== '' && language !== textOf(template, 'language'));

type People = { ids: readonly string[]; count: number };

function HowMany({ people }: { people: People | undefined }) {
  const { count: number } = useDates();
  if (people === undefined) return null;
  const [most, all] = [number(mostInRun), number(people.count)];
  return (
    <Text size="sm">
      {people.count > mostInRun ? (
        <Trans>
          {all} is more than a run holds: the first {most} are taken.
        </Trans>
      ) : (
        plural(people.count, {
          0: 'Nobody is chosen.',
          one: 'One draft is made, for # person.',
          other: '# drafts are made, one for each person. Nobody sees the others.',
        })
      )}
    </Text>
  );
}

function useChosenIds(chosen: Chosen): People | undefined {
  const { host } = useHost();
  const [people, setPeople] = useState<People>();
  const key = JSON.stringify(chosen);
  useEffect(() => {
    let isCurrent = true;
    void (async () => {
      const asked = JSON.parse(key) as Chosen;
      const answer =
        asked.by === 'hand'
          ? { ids: asked.ids.slice(0, mostInRun), count: asked.ids.length }
          : await host
              .request('view.peopleIds', { ...whichOf(asked), limit: mostInRun })
              .then((found) => (found.ok ? found.value : undefined));
      if (isCurrent && answer !== undefined) setPeople(answer);
    })();
    return () => {
      isCurrent = false;
    };
  }, [host, key]);
  return people;
}
