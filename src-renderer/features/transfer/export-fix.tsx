// The people of whom a dry run said something, each with the fields where it can be mended.

import { Plural } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Anchor, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { ExportIssue } from '../../../src-shared/transfer/export-types.ts';
import { issueWords } from '../../../src-shared/transfer/export/issue-words.ts';
import { useRecordsById } from '../../data/use-records.ts';
import { FieldEdit } from '../../fields/field-edit.tsx';
import { SetEditor } from '../../fields/set-editor.tsx';
import { personPath } from '../../kinds/person.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { mendable } from './mendable.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';

const mostShown = 20;

export function ExportFix({ issue, onClose }: { issue: ExportIssue; onClose: () => void }) {
  const shown = issue.examples.slice(0, mostShown).map(({ id }) => id);
  const docs = useRecordsById('people', shown);
  const further = issue.rows - shown.length;
  return (
    <Dialog title={issueWords(issue)} size="lg" onClose={onClose}>
      <Stack gap="md">
        {shown.map((id) => {
          const doc = docs.get(id);
          return doc === undefined ? null : <ToMend key={id} doc={doc} issue={issue} />;
        })}
      </Stack>
      {further > 0 && (
        <Text size="sm" className="dim" mt="md">
          <Plural
            value={further}
            one="# more person comes when these are mended."
            other="# more people come when these are mended."
          />
        </Text>
      )}
      <Group justify="end" mt="md">
        <Button onClick={onClose}>{t`Done`}</Button>
      </Group>
    </Dialog>
  );
}

function ToMend({ doc, issue }: { doc: RecordDoc; issue: ExportIssue }) {
  const { fields, sets } = mendable(issue);
  return (
    <section aria-label={nameOrNone(doc)}>
      <Anchor href={`#${personPath(doc.id)}`} fw={600} size="sm">
        <bdi>{nameOrNone(doc)}</bdi>
      </Anchor>
      {fields.length > 0 && (
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          {fields.map((field) => (
            <FieldEdit key={field} doc={doc} field={field} />
          ))}
        </SimpleGrid>
      )}
      {sets.map((one) => (
        <SetEditor
          key={one.set}
          doc={doc}
          {...one}
          isAdding={(doc.sets[one.set] ?? []).length === 0}
          onAdded={() => undefined}
        />
      ))}
    </section>
  );
}
