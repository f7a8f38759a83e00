// Whether comments on a record are told of in “For me”: by themselves where somebody made it,
// spoke there or was mentioned; the bell says otherwise.

import { t } from '@lingui/core/macro';
import { ActionIcon } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { followId } from '../../../src-shared/records/owned.ts';
import { useHost } from '../../data/host-context.tsx';
import { useIsInTeam } from '../../data/team-rest.tsx';
import { useRecord } from '../../data/use-records.ts';

type Props = { doc: RecordDoc; comments: readonly RecordDoc[] };

export function FollowBell({ doc, comments }: Props) {
  const { host, info } = useHost();
  const wish = useRecord('local', followId(doc.id))?.fields['isFollowed'];
  const isInTeam = useIsInTeam();
  const own = new Set([info?.device.id, ...(info?.device.formerIds ?? [])]);
  const isIn = [doc, ...comments].some(
    ({ origin, sets }) =>
      own.has(origin.device) || (sets['mentions'] ?? []).some(({ value }) => own.has(value)),
  );
  const isFollowed = typeof wish === 'boolean' ? wish : isIn;
  if (!isInTeam) return null;
  return (
    <ActionIcon
      variant="subtle"
      color={isFollowed ? 'blue' : 'gray'}
      aria-pressed={isFollowed}
      aria-label={t`Tell me of comments here`}
      title={isFollowed ? t`You are told of comments here` : t`You are not told of comments here`}
      onClick={() => void host.request('together.follow', { id: doc.id, isFollowed: !isFollowed })}
    >
      {isFollowed ? <IconBell size={16} /> : <IconBellOff size={16} />}
    </ActionIcon>
  );
}
