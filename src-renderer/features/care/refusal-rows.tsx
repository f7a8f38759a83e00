// What somebody does not want, with why and since when, and the way back for when they ask again.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';

import { refusalFields } from '../../../src-shared/care/may-contact.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { contactAgain } from '../../../src-shared/records/intents/care.ts';
import { useCommand } from '../../data/use-command.tsx';
import { FieldFact } from '../../fields/field-edit.tsx';
import { refusedWords } from '../../words/care-words.ts';

export function RefusalRows({ doc }: { doc: RecordDoc }) {
  const run = useCommand();
  return (
    <>
      {refusalFields
        .filter((field) => doc.fields[field] === true)
        .map((field) => {
          const words = refusedWords(field);
          return (
            <Group key={field} justify="space-between" mb={4}>
              <Text size="sm" fw={600} c="var(--mantine-color-error)">
                {words}
              </Text>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={`${t`They want to hear from us again`}: ${words}`}
                onClick={() => void run(contactAgain(doc, field, refusalFields))}
              >
                <Trans>They want to hear from us again</Trans>
              </Button>
            </Group>
          );
        })}
      <FieldFact doc={doc} field="noContactReason" />
      <FieldFact doc={doc} field="noContactSince" />
    </>
  );
}
