// A picture of a post: a button with its words until somebody asks for it. Then the host
// fetches it, this window redraws it, and only the redrawn picture is kept and shown.

import { t } from '@lingui/core/macro';
import { Button, Text } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

import type { Media } from '../../../../src-shared/feeds/feed.ts';
import { errorWords } from '../../../words/host-words.ts';
import { useHost } from '../../../data/host-context.tsx';
import { redrawPicture } from './redraw-picture.ts';

export function PostPicture({ media, feed }: { media: Media; feed: string }) {
  const { host } = useHost();
  const [shown, setShown] = useState<string>();
  const [problem, setProblem] = useState('');
  const [isLoading, setLoading] = useState(false);
  useEffect(() => () => (shown === undefined ? undefined : URL.revokeObjectURL(shown)), [shown]);

  const load = async (): Promise<void> => {
    setLoading(true);
    setProblem('');
    const got = await host.request('posts.picture', { url: media.url, feed });
    setLoading(false);
    if (!got.ok) return setProblem(errorWords(got.error));
    const { state, bytes } = got.value;
    const drawn = await redrawPicture(new Uint8Array(bytes));
    if (drawn === undefined) return setProblem(errorWords({ code: 'not-a-picture' }));
    if (state === 'raw') {
      const kept = new Uint8Array(await drawn.arrayBuffer());
      void host.request('posts.keepPicture', { url: media.url, bytes: kept });
    }
    setShown(URL.createObjectURL(drawn));
  };
  if (shown !== undefined)
    return <img className="post-picture" src={shown} alt={media.alt || t`Picture of this post`} />;
  return (
    <div>
      <Button
        size="compact-sm"
        variant="light"
        color="gray"
        loading={isLoading}
        leftSection={<IconPhoto size={15} />}
        onClick={() => void load()}
        maw="100%"
      >
        {media.alt === '' ? t`Show picture` : t`Show picture: ${media.alt.slice(0, 60)}`}
      </Button>
      {problem !== '' && (
        <Text size="xs" c="red">
          {problem}
        </Text>
      )}
    </div>
  );
}
