// They asked to be left alone: two clicks say so, and why can be added after.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconBellOff } from '@tabler/icons-react';

import { refusalFields } from '../../../src-shared/care/may-contact.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { leaveAlone } from '../../../src-shared/records/intents/care.ts';
import { useCommand } from '../../data/use-command.tsx';
import { dayOf } from '../../ui/day.ts';
import { refusedWords } from '../../words/care-words.ts';

export function LeaveAlone({ doc }: { doc: RecordDoc }) {
  const run = useCommand();
  const left = refusalFields.filter((field) => doc.fields[field] !== true);
  if (left.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconBellOff size={14} />}
          aria-description={t`What they do not want`}
        >
          <Trans>Leave alone</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {left.map((field) => (
          <Menu.Item
            key={field}
            onClick={() => void run(leaveAlone(doc, field, dayOf(Date.now())))}
          >
            {refusedWords(field)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
