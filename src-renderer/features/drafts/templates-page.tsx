// Words that are written again and again: made, changed and thrown away.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { templates as allTemplates } from '../../data/queries/setup.ts';
import { refOf } from '../../data/ref-of.ts';
import { textOf } from '../../data/text-of.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useRecords } from '../../data/use-records.ts';
import { Unbroken } from '../../ui/broken.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { Page } from '../../ui/page.tsx';
import { TemplateDialog } from './template-dialog.tsx';

export function TemplatesPage() {
  const templates = useRecords(allTemplates);
  /** null: a new one. */
  const [edited, setEdited] = useState<RecordDoc | null>();
  return (
    <Page
      title={t`Templates`}
      actions={
        <Group gap="xs">
          <Button component="a" href="#/drafts" variant="default">
            <Trans>Drafts</Trans>
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited(null)}>
            <Trans>New template</Trans>
          </Button>
        </Group>
      }
    >
      <Stack gap="md" maw={820}>
        {templates?.length === 0 && (
          <EmptyState
            title={t`No templates yet`}
            text={t`A template is a text with fields, such as the name or what you owe somebody. It is filled in for each person you write to.`}
          />
        )}
        <ul className="for-me" aria-label={t`Templates`}>
          {(templates ?? []).map((one) => (
            <Unbroken key={one.id} of={one}>
              <Row template={one} onEdit={() => setEdited(one)} />
            </Unbroken>
          ))}
        </ul>
      </Stack>
      {edited !== undefined && (
        <TemplateDialog template={edited} onClose={() => setEdited(undefined)} />
      )}
    </Page>
  );
}

function Row({ template, onEdit }: { template: RecordDoc; onEdit: () => void }) {
  const run = useCommand();
  const name = nameOrNone(template);
  return (
    <li className="for-me-row">
      <Group wrap="nowrap" justify="space-between" align="start">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={600} dir="auto">
            {name}
          </Text>
          <Text size="sm" className="dim" lineClamp={2} dir="auto">
            {textOf(template, 'subject') || textOf(template, 'body')}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap">
          <ActionIcon variant="subtle" color="gray" aria-label={t`Edit ${name}`} onClick={onEdit}>
            <IconPencil size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t`Move ${name} to the trash`}
            onClick={() => void run({ type: 'trash', refs: [refOf(template)] })}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      </Group>
    </li>
  );
}
