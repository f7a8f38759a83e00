// A run of drafts as its record says it: the texts, whom it is to, and how far each has come.

import { type RunChannel, runChannels } from '../domain/draft-run.ts';
import { type Purpose, purposes } from '../domain/permission.ts';
import type { RecordDoc, SetItem } from '../domain/record.ts';

/** Sent: somebody said so. */
export const draftStates = ['to-do', 'opened', 'sent', 'skipped'] as const;
export type DraftState = (typeof draftStates)[number];

export type RunText = { /** '' for everybody else. */ language: string } & Words;
export type Words = { subject: string; text: string };

export type RunDraft = {
  /** As the run names them, whoever they were merged into since. */
  person: string;
  step: 'to-do' | 'opened' | 'skipped';
  /** Where it was changed by hand. */
  own?: Words;
};

export type Run = {
  id: string;
  name: string;
  channel: RunChannel;
  purpose: Purpose;
  template: string;
  texts: RunText[];
  drafts: RunDraft[];
};

/** What a newer version says in another way is as careful as can be. */
export function runOf({ id, name, fields, sets }: RecordDoc): Run {
  const { template } = fields;
  const steps = byValue(sets['steps']);
  const changed = byValue(sets['drafts']);
  return {
    id,
    name,
    channel: runChannels.find((one) => one === fields['channel']) ?? 'message',
    purpose: purposes.find((one) => one === fields['purpose']) ?? 'marketing',
    template: typeof template === 'string' ? template : '',
    texts: (sets['texts'] ?? []).map(({ value, label = '', more = {} }) => ({
      language: label,
      subject: value,
      text: more['body'] ?? '',
    })),
    drafts: (sets['people'] ?? []).map(({ value: person }) => {
      const step = steps.get(person)?.more?.['state'];
      const own = changed.get(person)?.more;
      return {
        person,
        step: step === 'opened' || step === 'skipped' ? step : 'to-do',
        ...(own === undefined
          ? {}
          : { own: { subject: own['subject'] ?? '', text: own['text'] ?? '' } }),
      };
    }),
  };
}

const byValue = (items: readonly SetItem[] = []): Map<string, SetItem> =>
  new Map(items.map((item) => [item.value, item]));

/** The text in a person's language, else the one for everybody else, else the first. */
export function textFor(texts: readonly RunText[], language: string): RunText {
  const code = languageCode(language);
  const fitting =
    code === '' ? undefined : texts.find((one) => languageCode(one.language) === code);
  return (
    fitting ??
    texts.find((one) => one.language === '') ??
    texts[0] ?? { language: '', subject: '', text: '' }
  );
}

const languageCode = (language: string): string =>
  language.trim().toLowerCase().split(/[-_]/u)[0] ?? '';

/** The same each time a draft is saved, so that a reply joins what was sent. */
export const messageIdOf = (run: string, person: string): string => messageId(`${run}.${person}`);

/** Of a mail that is none of a run, by an id of its own. */
export const messageId = (id: string): string => `<${id}@rapport.invalid>`;
