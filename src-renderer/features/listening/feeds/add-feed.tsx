// Finds what can be followed behind an address, a handle or a profile link, shows its
// newest items, and adds a feed only when it is chosen.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { mostFeeds } from '../../../../src-shared/feeds/subscription.ts';
import { useHost } from '../../../data/host-context.tsx';
import { Explanation } from '../page/explanation.tsx';
import { AddressForm } from './address-form.tsx';
import { ClosedProfile } from './closed-profile.tsx';
import { FoundFeeds } from './found-feeds.tsx';
import { InsideAddress } from './inside-address.tsx';
import { useFindFeeds } from './use-find-feeds.ts';
import { Dialog } from '../../../ui/dialog.tsx';

export function AddFeed({ owner, onClose }: { owner: RecordDoc; onClose: () => void }) {
  const { settings } = useHost();
  const { name } = owner;
  if (settings !== undefined && settings.feeds !== 'on')
    return (
      <Dialog onClose={onClose} title={t`Before this laptop listens`} size="lg">
        <Explanation onCancel={onClose} />
      </Dialog>
    );
  return (
    <Dialog
      onClose={onClose}
      title={name === '' ? t`Follow them in public` : t`Follow ${name} in public`}
      size="lg"
    >
      <FindAndFollow owner={owner} onClose={onClose} />
    </Dialog>
  );
}

function FindAndFollow({ owner, onClose }: { owner: RecordDoc; onClose: () => void }) {
  const { result, look, isLooking, followed, chosen, setChosen, room, follow } =
    useFindFeeds(owner);
  const found = result?.type === 'found' ? result.preview.found : [];
  const followAndClose = async (): Promise<void> => {
    if (await follow()) onClose();
  };
  return (
    <Stack gap="sm">
      <AddressForm owner={owner} isLooking={isLooking} onLook={look} />
      {result?.type === 'problem' && (
        <Alert color="orange" role="alert">
          {result.text}
        </Alert>
      )}
      {result?.type === 'inside' && (
        <InsideAddress
          address={result.address}
          onAllow={() => look(result.text, result.hint, result.address)}
        />
      )}
      {result?.type === 'found' && result.preview.closed !== undefined && (
        <ClosedProfile owner={owner} closed={result.preview.closed} onDone={onClose} />
      )}
      <FoundFeeds found={found} followed={followed} chosen={chosen} onChoose={setChosen} />
      {found.length > 0 && (
        <Group justify="space-between">
          <Text size="sm" className="dim">
            {room <= 0
              ? plural(mostFeeds, {
                  one: 'One person can be followed by # feed at most.',
                  other: 'One person can be followed by # feeds at most.',
                })
              : t`Only what you tick is fetched.`}
          </Text>
          <Button disabled={chosen.size === 0 || room <= 0} onClick={() => void followAndClose()}>
            <Trans>Follow</Trans>
          </Button>
        </Group>
      )}
    </Stack>
  );
}
