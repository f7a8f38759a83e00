// Feed lists from another reader, and to another reader (OPML).

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, FileButton, Group, ScrollArea, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { OpmlFeed } from '../../../../src-shared/bridge/feed-types.ts';
import { showFailure } from '../../../data/use-command.tsx';
import { errorWords } from '../../../words/host-words.ts';
import { useHost } from '../../../data/host-context.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { downloadBlob } from '../../../ui/download.ts';
import { Section } from '../../../ui/section.tsx';
import { type Placing, useOpmlPlacing } from './use-opml-placing.ts';

const longestFile = 5_000_000;

export function OpmlPanel() {
  const { host } = useHost();
  const [feeds, setFeeds] = useState<readonly OpmlFeed[]>();
  const read = async (file: File | null): Promise<void> => {
    if (file === null) return;
    if (file.size > longestFile) return showFailure(t`This file is too large to be a feed list.`);
    const got = await host.request('feeds.opmlRead', { text: await file.text() });
    if (got.ok) return setFeeds(got.value);
    showFailure(
      got.error.code === 'file-empty'
        ? t`This list names no feed.`
        : got.error.code === 'file-not-recognised'
          ? t`This is not a feed list. Export your feeds as OPML from the other reader.`
          : errorWords(got.error),
    );
  };
  const take = async (): Promise<void> => {
    const made = await host.request('feeds.opmlMake', {});
    if (!made.ok) return showFailure(errorWords(made.error));
    downloadBlob(new Blob([made.value.text], { type: 'text/x-opml' }), 'rapport-feeds.opml');
  };
  return (
    <Section title={t`Feed lists (OPML)`}>
      <Stack gap="xs" align="start">
        <Text size="sm" className="dim">
          <Trans>
            Bring the feeds you follow in another reader, or take yours to one. Nothing is fetched
            before you have said whose feed each is.
          </Trans>
        </Text>
        <Group>
          <FileButton accept=".opml,.xml,text/xml,text/x-opml" onChange={(file) => void read(file)}>
            {(props) => (
              <Button {...props} size="xs" variant="default">
                <Trans>Bring a list</Trans>
              </Button>
            )}
          </FileButton>
          <Button size="xs" variant="default" onClick={() => void take()}>
            <Trans>Take the list</Trans>
          </Button>
        </Group>
      </Stack>
      {feeds !== undefined && <PlaceFeeds feeds={feeds} onClose={() => setFeeds(undefined)} />}
    </Section>
  );
}

function PlaceFeeds({ feeds, onClose }: { feeds: readonly OpmlFeed[]; onClose: () => void }) {
  const { placings, choose, apply } = useOpmlPlacing(feeds);
  const [isSaving, setSaving] = useState(false);
  const count = placings?.filter(({ choice }) => choice !== 'skip').length ?? 0;
  const all = feeds.length;
  const save = async (): Promise<void> => {
    setSaving(true);
    if (await apply()) onClose();
    setSaving(false);
  };
  return (
    <Dialog onClose={onClose} title={t`Whose feeds are these?`} size="xl">
      <ScrollArea.Autosize mah="60vh" type="auto" viewportProps={{ tabIndex: 0 }}>
        <Stack gap="sm" pr="md">
          {placings?.map((placing) => (
            <PlaceOne key={placing.feed.url} placing={placing} onChoose={choose} />
          ))}
        </Stack>
      </ScrollArea.Autosize>
      <Group justify="space-between" mt="md">
        <Text size="sm" className="dim">
          <Trans>
            {count} of {all} will be followed.
          </Trans>
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button loading={isSaving} disabled={count === 0} onClick={() => void save()}>
            <Trans>Follow {count}</Trans>
          </Button>
        </Group>
      </Group>
    </Dialog>
  );
}

type OneProps = { placing: Placing; onChoose: (url: string, choice: string) => void };

function PlaceOne({ placing: { feed, known, choice, newName }, onChoose }: OneProps) {
  const title = feed.title || feed.url;
  return (
    <Group wrap="nowrap" gap="sm">
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm" fw={600} dir="auto" truncate>
          {title}
        </Text>
        <Text size="xs" className="dim" truncate>
          {feed.folder !== '' && <bdi>{feed.folder} · </bdi>}
          {feed.url}
        </Text>
      </div>
      <Select
        w={260}
        aria-label={t`Whose is ${title}`}
        allowDeselect={false}
        value={choice}
        onChange={(next) => next !== null && onChoose(feed.url, next)}
        data={[
          ...known.map(({ id, name }) => ({ value: id as string, label: name })),
          { value: 'new', label: t`New person: ${newName}` },
          { value: 'skip', label: t`Leave out` },
        ]}
      />
    </Group>
  );
}
