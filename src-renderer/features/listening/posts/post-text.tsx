// The title and the words of a post: the beginning of a long one, all of it when asked for.

import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { excerptOf } from './excerpt.ts';
import { blocksOf, RichText } from './rich-text.tsx';

export function PostText({ post }: { post: RecordDoc }) {
  const [isWhole, setWhole] = useState(false);
  const { title, text } = post.fields;
  const blocks = blocksOf(text);
  const excerpt = excerptOf(blocks);
  return (
    <>
      {typeof title === 'string' && (
        <div className="post-title" dir="auto">
          {title}
        </div>
      )}
      <RichText blocks={isWhole ? blocks : excerpt} />
      {excerpt !== blocks && (
        <Button size="compact-xs" variant="subtle" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t`Show less` : t`Show all of it`}
        </Button>
      )}
    </>
  );
}
