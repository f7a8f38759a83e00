// All fields that the team defined: renamed, given another type, put away and brought back.
// What records hold is never touched by any of it.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import { kindsWithOwnFields } from '../../../src-shared/domain/own-field.ts';
import { say } from '../../../src-shared/words/say.ts';
import { useOwnFields } from '../../data/known-kinds.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { DetailsFound } from './details-found.tsx';
import { DefineField } from './define-field.tsx';
import { FieldRow } from './field-row.tsx';

export function FieldsPage() {
  return (
    <Page title={t`Fields`}>
      <Stack gap="md" maw={820}>
        <Text size="sm">
          <Trans>
            Fields of your own, for you and your team, or for this laptop only. Changing a name or
            what a field holds touches nothing that was filled in: it is read in the new way, and
            what does not fit is kept.
          </Trans>
        </Text>
        {kindsWithOwnFields.map((kind) => (
          <FieldsOf key={kind} kind={kind} />
        ))}
        <DetailsFound />
      </Stack>
    </Page>
  );
}

function FieldsOf({ kind }: { kind: (typeof kindsWithOwnFields)[number] }) {
  const [isDefining, setDefining] = useState(false);
  const fields = useOwnFields(kind);
  const inUse = fields.filter(({ isRetired }) => !isRetired);
  const away = fields.filter(({ isRetired }) => isRetired);
  const of = say(`field.field.for.${kind}`);
  return (
    <Section
      title={of}
      action={
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          aria-label={t`Add a field: ${of}`}
          onClick={() => setDefining(true)}
        >
          <Trans>Add a field</Trans>
        </Button>
      }
    >
      {fields.length === 0 && (
        <Text size="sm" className="dim">
          <Trans>None yet.</Trans>
        </Text>
      )}
      <Stack gap="sm">
        {[...inUse, ...away].map((field) => (
          <FieldRow key={field.id} field={field} />
        ))}
      </Stack>
      {isDefining && <DefineField kind={kind} onClose={() => setDefining(false)} />}
    </Section>
  );
}
