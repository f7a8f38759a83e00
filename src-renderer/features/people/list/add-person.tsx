// Adds a person, and where a company is named their role there, as one step.

import { t } from '@lingui/core/macro';
import { Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';

import type { NewRecord, RecordId } from '../../../../src-shared/domain/record.ts';
import { create } from '../../../../src-shared/records/intents/edits.ts';
import { addRole } from '../../../../src-shared/records/intents/people.ts';
import { go } from '../../../ui/router.ts';
import { personPath } from '../../../kinds/person.tsx';
import { showFailure, useCommand } from '../../../data/use-command.tsx';
import { errorWords } from '../../../words/host-words.ts';
import { useHost } from '../../../data/host-context.tsx';
import { parseTypedItem, parseTypedName, type TypedValue } from '../../../data/typed-values.ts';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { useFindOrganisation } from '../roles/use-organisations.ts';

const empty = { name: '', email: '', phone: '', company: '', title: '' };

export function AddPerson({ onClose }: { onClose: () => void }) {
  const run = useCommand();
  const findOrganisation = useFindOrganisation();
  const { settings } = useHost();
  const [draft, setDraft] = useState(empty);
  const isBlank = Object.values(draft).every((value) => value.trim() === '');
  const set = (field: keyof typeof empty) => (event: { currentTarget: { value: string } }) =>
    setDraft({ ...draft, [field]: event.currentTarget.value });

  const add = async (): Promise<void> => {
    const known = await findOrganisation(draft.company);
    if (!known.ok) return showFailure(errorWords(known.error));
    const country = settings?.defaultCountry ?? 'US';
    const { records, person } = await recordsOf(draft, known.value, country);
    const done = await run(create(...records));
    if (done === undefined) return;
    onClose();
    go(personPath(person));
  };
  return (
    <Modal opened onClose={onClose} title={t`Add person`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBlank) void add();
        }}
      >
        <Stack gap="sm">
          <TextInput label={t`Name`} data-autofocus value={draft.name} onChange={set('name')} />
          <TextInput label={t`E-mail`} type="email" value={draft.email} onChange={set('email')} />
          <TextInput label={t`Phone`} type="tel" value={draft.phone} onChange={set('phone')} />
          <Group grow>
            <TextInput label={t`Company`} value={draft.company} onChange={set('company')} />
            <TextInput label={t`Title`} value={draft.title} onChange={set('title')} />
          </Group>
          <FormButtons submit={t`Add`} isDisabled={isBlank} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

async function recordsOf(
  draft: typeof empty,
  organisation: string | undefined,
  country: string,
): Promise<{ records: NewRecord[]; person: string }> {
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
  return { records, person };
}

const labelled = (parsed: readonly TypedValue[], label: string) =>
  parsed.map(({ value, more }) => ({ value, label, ...(more === undefined ? {} : { more }) }));
