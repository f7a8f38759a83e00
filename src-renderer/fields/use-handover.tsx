// Where a teammate is made responsible: a line for them, if one likes, that becomes a comment
// which names them.

import { t } from '@lingui/core/macro';
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { wholeTeam } from '../../src-shared/domain/comment.ts';
import type { NewRecord, RecordDoc } from '../../src-shared/domain/record.ts';
import { handOver } from '../../src-shared/records/intents/comments.ts';
import { useMentionable } from '../data/use-members.ts';

type Handover = {
  /** Null where it is nobody else, or the comment would stay on this laptop. */
  field: ReactNode;
  /** To be made along with what is handed over. */
  comment: () => NewRecord[];
};

/** `name`: of whoever is to see to it. `on`: what the comment is about. */
export function useHandover(
  name: string,
  on: Pick<RecordDoc, 'id' | 'scope'> | undefined,
): Handover {
  const [line, setLine] = useState('');
  const wanted = name.trim().toLowerCase();
  const mentions = useMentionable().filter(
    (one) => one.id !== wholeTeam && one.name.toLowerCase() === wanted,
  );
  const called = mentions[0]?.name;
  if (called === undefined || on === undefined || on.scope === 'private')
    return { field: null, comment: () => [] };
  return {
    field: (
      <TextInput
        size="sm"
        label={t`A line for ${called}, if you like`}
        description={t`It becomes a comment that names them.`}
        value={line}
        onChange={(event) => setLine(event.currentTarget.value)}
      />
    ),
    comment: () => handOver({ on: on.id, text: line, when: Date.now(), mentions }),
  };
}
