// Makes a promise, or changes what it says: what, whose, with whom, until when, who of us.

import { t } from '@lingui/core/macro';
import { SegmentedControl, Stack, TextInput } from '@mantine/core';

import { kinds } from '../../../src-shared/domain/kinds.ts';
import { type PromiseSide, sideOf } from '../../../src-shared/domain/promise.ts';
import { type Due, dueFields, dueOf } from '../../../src-shared/domain/promise-due.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Command } from '../../../src-shared/records/command.ts';
import { create, edit, setFields } from '../../../src-shared/records/intents/edits.ts';
import { promiseOf } from '../../../src-shared/records/intents/promises.ts';
import { useHost } from '../../data/host-context.tsx';
import { refOf } from '../../data/ref-of.ts';
import { useFormDraft } from '../../data/use-draft.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useNamed } from '../../data/use-records-in.ts';
import { useHandover } from '../../fields/use-handover.tsx';
import { RecordPicker } from '../../fields/record-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { DueField, noDue } from './due-field.tsx';
import { keptPromiseOf, type PromiseDraft, promiseDraftIn } from './promise-draft.ts';

const parties = ['people', 'groups'] as const;

type Props = {
  /** The one that is changed; left out: a new one. */
  doc?: RecordDoc;
  /** With whom a new one is, at first. */
  whom?: readonly string[];
  onClose: () => void;
};

const idsIn = (doc: RecordDoc, field: string): string[] => {
  const value = doc.fields[field];
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
};

const textIn = (doc: RecordDoc | undefined, field: string): string => {
  const value = doc?.fields[field];
  return typeof value === 'string' ? value : '';
};

type Said = { text: string; by: PromiseSide; people: string[]; groups: string[]; member: string };

/** A date that was set is moved instead, with a word. */
const changed = (doc: RecordDoc, said: Said, due: Due | undefined): Command =>
  edit(
    ...setFields(refOf(doc), {
      text: said.text.trim(),
      by: said.by,
      people: said.people.length === 0 ? null : said.people,
      groups: said.groups.length === 0 ? null : said.groups,
      member: said.member.trim() === '' ? null : said.member.trim(),
      ...(due === undefined ? {} : dueFields(due)),
    }),
  );

const firstDraft = (
  doc: RecordDoc | undefined,
  whom: readonly string[],
  ownName: string,
): PromiseDraft => ({
  text: textIn(doc, 'text'),
  by: (doc && sideOf(doc)) ?? 'ours',
  ids: doc === undefined ? whom : parties.flatMap((field) => idsIn(doc, field)),
  due: noDue,
  member: doc ? textIn(doc, 'member') : ownName,
});

export function PromiseDialog({ doc, whom = [], onClose }: Props) {
  const run = useCommand();
  const { settings } = useHost();
  const of = `promise ${doc?.id ?? `with ${whom.join(' ')}`}`;
  const { text: kept, keep, leave } = useFormDraft(of, onClose);
  const draft = promiseDraftIn(kept) ?? firstDraft(doc, whom, settings?.userName ?? '');
  const { text, by, ids, due, member } = draft;
  const set = (some: Partial<PromiseDraft>): void => keep(keptPromiseOf({ ...draft, ...some }));
  const named = useNamed(parties, ids);
  const handover = useHandover(member, doc === undefined ? named.get(ids[0] ?? '') : undefined);
  const isReady = text.trim() !== '' && ids.length > 0 && !due.isUnclear;
  const idsOf = (collection: string): string[] =>
    ids.filter((id) => kinds.get(named.get(id)?.kind ?? '')?.collection === collection);
  const save = async (): Promise<void> => {
    const said = { text, by, people: idsOf('people'), groups: idsOf('groups'), member };
    const command =
      doc === undefined
        ? create(promiseOf({ ...said, due: due.due }), ...handover.comment())
        : changed(doc, said, due.due);
    if ((await run(command)) !== undefined) leave();
  };
  return (
    <Dialog
      title={doc === undefined ? t`Make a promise` : t`Edit the promise`}
      isBegun={kept !== ''}
      onClose={leave}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void save();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t`What is promised`}
            data-autofocus
            value={text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          <SegmentedControl
            size="xs"
            aria-label={t`Whose promise`}
            data={[
              { value: 'ours', label: t`We owe it` },
              { value: 'theirs', label: t`They owe it to us` },
            ]}
            value={by}
            onChange={(side) => set({ by: side === 'theirs' ? 'theirs' : 'ours' })}
          />
          <RecordPicker
            label={by === 'ours' ? t`To whom` : t`Who promised it`}
            size="sm"
            collections={parties}
            ids={ids}
            onChange={(next) => set({ ids: next })}
          />
          {(doc === undefined || dueOf(doc) === undefined) && (
            <DueField label={t`Until when`} value={due} onChange={(next) => set({ due: next })} />
          )}
          <TextInput
            label={by === 'ours' ? t`Who of us keeps it` : t`Who of us looks after it`}
            value={member}
            onChange={(event) => set({ member: event.currentTarget.value })}
          />
          {handover.field}
        </Stack>
        <FormButtons
          submit={doc === undefined ? t`Promise` : t`Save`}
          isDisabled={!isReady}
          onCancel={leave}
        />
      </form>
    </Dialog>
  );
}
