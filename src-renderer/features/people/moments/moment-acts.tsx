// What can be done with a moment where it stands: mark a part of it, edit it, take it away.

import { select, t } from '@lingui/core/macro';
import { ActionIcon, Group } from '@mantine/core';
import { IconHighlight, IconPencil, IconX } from '@tabler/icons-react';
import { useState } from 'react';

import { momentKindOf } from '../../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { refOf } from '../../../data/ref-of.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { MarkDialog } from './mark-dialog.tsx';

type Props = {
  moment: RecordDoc;
  isEditing: boolean;
  setEditing: (isEditing: boolean) => void;
};

export function MomentActs({ moment, isEditing, setEditing }: Props) {
  const run = useCommand();
  const kind = momentKindOf(moment);
  const [isMarking, setMarking] = useState(false);
  return (
    <Group gap={2} wrap="nowrap" className="moment-acts">
      {moment.note !== '' && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t`Mark a part`}
          title={t`Mark a part`}
          onClick={() => setMarking(true)}
        >
          <IconHighlight size={14} />
        </ActionIcon>
      )}
      {isMarking && <MarkDialog moment={moment} onClose={() => setMarking(false)} />}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={select(kind, {
          note: 'Edit this note',
          call: 'Edit this call',
          meeting: 'Edit this meeting',
          message: 'Edit this message',
          other: 'Edit this moment',
        })}
        aria-expanded={isEditing}
        onClick={() => setEditing(!isEditing)}
      >
        <IconPencil size={14} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={select(kind, {
          note: 'Move this note to the trash',
          call: 'Move this call to the trash',
          meeting: 'Move this meeting to the trash',
          message: 'Move this message to the trash',
          other: 'Move this moment to the trash',
        })}
        onClick={() => void run({ type: 'trash', refs: [refOf(moment)] })}
      >
        <IconX size={14} />
      </ActionIcon>
    </Group>
  );
}
