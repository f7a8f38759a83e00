// Adds a person, and where a company is named their role there, as one step. Whoever may be
// here already is named while somebody types; what was begun waits when the form is closed.

import { t } from '@lingui/core/macro';
import { Alert, Anchor, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';

import type { NewRecord, RecordId } from '../../../../src-shared/domain/record.ts';
import { create } from '../../../../src-shared/records/intents/edits.ts';
import { addRole } from '../../../../src-shared/records/intents/people.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { go } from '../../../ui/router.ts';
import { personPath } from '../../../kinds/person.tsx';
import { showFailure, useCommand } from '../../../data/use-command.tsx';
import { say } from '../../../../src-shared/words/say.ts';
import { useDraft } from '../../../data/use-draft.ts';
import { type Like, useLike } from '../../../data/use-like.ts';
import { errorWords } from '../../../words/host-words.ts';
import { problemWords } from '../../../words/value-words.ts';
import { useHost } from '../../../data/host-context.tsx';
import { parseTypedItem, parseTypedName, type TypedValue } from '../../../data/typed-values.ts';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { useFindOrganisation } from '../roles/use-organisations.ts';

const empty = { name: '', email: '', phone: '', company: '', title: '' };

export function AddPerson({ onClose }: { onClose: () => void }) {
  const run = useCommand();
  const findOrganisation = useFindOrganisation();
  const { settings } = useHost();
  const [draft, setDraft] = useNewPerson();
  const [problems, setProblems] = useState<Problems>({});
  const isBlank = Object.values(draft).every((value) => value.trim() === '');
  const like = useLike(draft);
  const set = (field: keyof typeof empty) => (event: { currentTarget: { value: string } }) => {
    setProblems({ ...problems, [field]: undefined });
    setDraft({ ...draft, [field]: event.currentTarget.value });
  };

  const add = async (): Promise<void> => {
    const known = await findOrganisation(draft.company);
    if (!known.ok) return showFailure(errorWords(known.error));
    const country = settings?.defaultCountry ?? 'US';
    const { records, person, unclear } = await recordsOf(draft, known.value, country);
    // Said once; whoever then adds them all the same has their reasons.
    const isSaid = (['email', 'phone'] as const).every(
      (field) => unclear[field] === problems[field],
    );
    if (!isSaid) return setProblems(unclear);
    const done = await run(create(...records));
    if (done === undefined) return;
    setDraft(empty);
    onClose();
    go(personPath(person));
  };
  const hasProblem = problems.email !== undefined || problems.phone !== undefined;
  return (
    <Dialog keepsDraft onClose={onClose} title={t`Add person`}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBlank) void add();
        }}
      >
        <Stack gap="sm">
          <TextInput label={t`Name`} data-autofocus value={draft.name} onChange={set('name')} />
          <TextInput
            label={t`E-mail`}
            type="email"
            value={draft.email}
            error={problems.email}
            onChange={set('email')}
          />
          <TextInput
            label={t`Phone`}
            type="tel"
            value={draft.phone}
            error={problems.phone}
            onChange={set('phone')}
          />
          <Group grow>
            <TextInput label={t`Company`} value={draft.company} onChange={set('company')} />
            <TextInput label={t`Title`} value={draft.title} onChange={set('title')} />
          </Group>
          <PerhapsHere like={like} onOpen={onClose} />
          <FormButtons
            submit={hasProblem ? t`Add as written` : t`Add`}
            isDisabled={isBlank}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}

/** The form as it was left. */
function useNewPerson(): [typeof empty, (draft: typeof empty) => void] {
  const [kept, keep] = useDraft('new person');
  const draft = kept === '' ? empty : (JSON.parse(kept) as typeof empty);
  return [draft, (next) => keep(next === empty ? '' : JSON.stringify(next))];
}

/** Not in the way: whoever is meant is opened by a click, and somebody new is added all the same. */
function PerhapsHere({ like, onOpen }: { like: Like; onOpen: () => void }) {
  return (
    <div role="status">
      {like.length > 0 && (
        <Alert color="yellow" title={t`You may have them already`} p="sm">
          {like.map(({ id, name, because }) => (
            <Text key={id} size="sm">
              <Anchor href={`#${personPath(id)}`} onClick={onOpen}>
                <bdi>{name}</bdi>
              </Anchor>
              {' · '}
              {say(`row.${because}`)}
            </Text>
          ))}
        </Alert>
      )}
    </div>
  );
}

type Problems = { email?: string | undefined; phone?: string | undefined };

async function recordsOf(
  draft: typeof empty,
  organisation: string | undefined,
  country: string,
): Promise<{ records: NewRecord[]; person: string; unclear: Problems }> {
  const person = uuidv7() as RecordId;
  const [fields, emails, phones] = await Promise.all([
    parseTypedName(draft.name),
    parseTypedItem('emails', { value: draft.email }, country),
    parseTypedItem('phones', { value: draft.phone }, country),
  ]);
  const sets = { emails: labelled(emails, 'work'), phones: labelled(phones, 'mobile') };
  const records: NewRecord[] = [{ id: person, kind: 'person', fields: { ...fields }, sets }];
  const { company, title } = draft;
  records.push(...addRole(person, { company, title, known: organisation, newId: uuidv7() }));
  return {
    records,
    person,
    unclear: { email: problemIn(emails, country), phone: problemIn(phones, country) },
  };
}

function problemIn(parsed: readonly TypedValue[], country: string): string | undefined {
  const problem = parsed.find((one) => one.problem !== undefined)?.problem;
  return problem === undefined ? undefined : problemWords(problem, country);
}

const labelled = (parsed: readonly TypedValue[], label: string) =>
  parsed.map(({ value, more }) => ({ value, label, ...(more === undefined ? {} : { more }) }));
