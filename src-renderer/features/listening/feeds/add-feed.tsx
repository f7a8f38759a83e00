// Finds what can be followed behind an address, a handle or a profile link, shows its
// newest items, and adds it only when somebody says so.

import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { FeedPreview } from '../../../../src-shared/bridge/feed-types.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { mostFeeds } from '../../../../src-shared/feeds/subscription.ts';
import { errorWords } from '../../../words/host-words.ts';
import { useHost } from '../../../data/host-context.tsx';
import { ClosedProfile } from './closed-profile.tsx';
import { Explanation } from '../page/explanation.tsx';
import { FoundFeeds } from './found-feeds.tsx';
import { handlesOf } from './handles.ts';
import { useAddFeed } from './use-add-feed.ts';

export function AddFeed({ owner, onClose }: { owner: RecordDoc; onClose: () => void }) {
  const { host, settings } = useHost();
  const add = useAddFeed(owner);
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<FeedPreview>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState('');
  const [inside, setInside] = useState<{ address: string; hint: string }>();
  const [allowed, setAllowed] = useState<string>();
  const [isLooking, setLooking] = useState(false);
  const followed = new Set((owner.sets['feeds'] ?? []).map(({ value }) => value));
  const offered = handlesOf(owner);

  const look = async (typed: string, hint = '', address?: string): Promise<void> => {
    setText(typed);
    setPreview(undefined);
    setProblem('');
    setInside(undefined);
    setAllowed(address);
    setLooking(true);
    const options = address === undefined ? {} : { allowed: address };
    const got = await host.request('feeds.preview', { text: typed, hint, ...options });
    setLooking(false);
    if (got.ok) {
      setPreview(got.value);
      const fresh = got.value.found.filter(({ url }) => !followed.has(url));
      setChosen(new Set(fresh.slice(0, 1).map(({ url }) => url)));
    } else if (got.error.code === 'feed-inside') {
      setInside({ address: String(got.error.detail?.['address'] ?? ''), hint });
    } else if (got.error.code === 'bad-input') {
      setProblem(
        'Type an address like ada.example, a handle like @ada@mastodon.example, or paste the link of a profile.',
      );
    } else setProblem(errorWords(got.error));
  };
  const found = preview?.found ?? [];
  const room = mostFeeds - followed.size;
  const follow = async (): Promise<void> => {
    const wanted = found.filter(({ url }) => chosen.has(url)).slice(0, Math.max(0, room));
    if (await add(wanted, allowed)) onClose();
  };

  if (settings !== undefined && settings.feeds !== 'on')
    return (
      <Modal opened onClose={onClose} title="Before this laptop listens" size="lg">
        <Explanation onCancel={onClose} />
      </Modal>
    );
  return (
    <Modal opened onClose={onClose} title={`Follow ${owner.name || 'them'} in public`} size="lg">
      <Stack gap="sm">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') void look(text);
          }}
        >
          <Group align="end" gap="xs" wrap="nowrap">
            <TextInput
              style={{ flex: 1 }}
              data-autofocus
              label="Address, handle or profile link"
              description="A website, a blog, @name@server, a YouTube channel, a podcast …"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button type="submit" loading={isLooking} disabled={text.trim() === ''}>
              Look
            </Button>
          </Group>
        </form>
        {offered.length > 0 && (
          <Group gap={6}>
            <Text size="sm" className="dim">
              In their record:
            </Text>
            {offered.map(({ value, network, label }) => (
              <Button
                key={`${network} ${value}`}
                size="compact-sm"
                variant="default"
                maw={260}
                onClick={() => void look(value, network)}
              >
                {label}
              </Button>
            ))}
          </Group>
        )}
        {problem !== '' && (
          <Alert color="orange" role="alert">
            {problem}
          </Alert>
        )}
        {inside !== undefined && (
          <Alert
            color="orange"
            title={<span className="trouble">{inside.address} is not on the internet</span>}
            role="alert"
          >
            <Stack gap="xs">
              <Text size="sm">
                This leads to a machine inside your own network (or to this laptop itself). An
                address like that can be a trap that makes Rapport knock at printers, routers or
                other programs. Go on only if you know this machine and want its feed.
              </Text>
              <Group>
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => void look(text, inside.hint, inside.address)}
                >
                  Allow {inside.address} for this feed only
                </Button>
              </Group>
            </Stack>
          </Alert>
        )}
        {preview?.closed !== undefined && (
          <ClosedProfile owner={owner} closed={preview.closed} onDone={onClose} />
        )}
        <FoundFeeds found={found} followed={followed} chosen={chosen} onChoose={setChosen} />
        {found.length > 0 && (
          <Group justify="space-between">
            <Text size="sm" className="dim">
              {room <= 0
                ? `One person can be followed by ${mostFeeds} feeds at most.`
                : 'Only what you tick is fetched.'}
            </Text>
            <Button disabled={chosen.size === 0 || room <= 0} onClick={() => void follow()}>
              Follow
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
