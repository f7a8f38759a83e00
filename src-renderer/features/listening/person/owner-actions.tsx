// Follow somebody, look at their feeds now, mute them, stop listening to them.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { listeningField, subscriptionsOf } from '../../../../src-shared/feeds/subscription.ts';
import { edit, setField } from '../../../../src-shared/records/intents/edits.ts';
import { useHost } from '../../../data/host-context.tsx';
import { useCommand } from '../../../data/use-command.tsx';
import { refOf } from '../../../data/ref-of.ts';
import { useLookNow } from '../use-look-now.ts';
import type { OwnerListening } from './use-owner-listening.ts';

type Props = { owner: RecordDoc; listening: OwnerListening; onFollow: () => void };

export function OwnerActions({ owner, listening, onFollow }: Props) {
  const { host } = useHost();
  const unread = listening.unread.get(owner.id)?.length ?? 0;
  const canBeFollowed = owner.kind === 'person' || owner.kind === 'organisation';
  return (
    <Group gap="xs">
      {unread > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => void host.request('posts.mark', { owner: owner.id, isRead: true })}
        >
          <Trans>Mark {unread} read</Trans>
        </Button>
      )}
      {subscriptionsOf(owner).length > 0 && <ListeningMenu owner={owner} listening={listening} />}
      {canBeFollowed && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={onFollow}
        >
          <Trans>Follow</Trans>
        </Button>
      )}
    </Group>
  );
}

function ListeningMenu({ owner, listening: { isMuted, isOff } }: Omit<Props, 'onFollow'>) {
  const { host } = useHost();
  const run = useCommand();
  const lookNow = useLookNow(owner.id);
  const setListening = (value: 'off' | null) =>
    void run(edit(setField(refOf(owner), listeningField, value)));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} />}>
          <Trans>Listening</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void lookNow()}>
          <Trans>Look now</Trans>
        </Menu.Item>
        <Menu.Item
          onClick={() => void host.request('posts.mute', { owner: owner.id, isMuted: !isMuted })}
        >
          {isMuted ? t`Count as unread again` : t`Mute on this laptop`}
        </Menu.Item>
        <Menu.Item onClick={() => setListening(isOff ? null : 'off')}>
          {isOff ? t`Listen to them again` : t`Stop listening to them`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
