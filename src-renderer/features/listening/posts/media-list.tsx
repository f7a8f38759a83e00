// Pictures, sound and film that came with a post; nothing of it is fetched unasked.

import { t } from '@lingui/core/macro';
import { Anchor, Group } from '@mantine/core';

import type { Media } from '../../../../src-shared/feeds/feed.ts';
import { PostPicture } from './post-picture.tsx';

export function MediaList({ media, feed }: { media: unknown; feed: string }) {
  const all = Array.isArray(media)
    ? (media as Media[]).filter(({ url }) => /^https?:/.test(url))
    : [];
  if (all.length === 0) return null;
  return (
    <Group gap={6} mt={6}>
      {all.map((one) =>
        one.kind === 'picture' ? (
          <PostPicture key={one.url} media={one} feed={feed} />
        ) : (
          <Anchor key={one.url} size="sm" href={one.url} target="_blank" rel="noopener noreferrer">
            {one.kind === 'audio' ? t`Listen in the browser` : t`Watch in the browser`}
          </Anchor>
        ),
      )}
    </Group>
  );
}
