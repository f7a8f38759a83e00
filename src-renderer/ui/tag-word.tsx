// A tag as it is drawn everywhere: its word, in its colour where it has one.

import type { TagColor } from '../../src-shared/domain/tag.ts';
import { useTagColor } from '../data/tag-colors.tsx';
import { inTagColor } from './tag-colors.ts';

export function TagWord({ tag }: { tag: string }) {
  const color = useTagColor()(tag);
  return (
    <span className="tag" dir="auto" {...inTagColor(color)}>
      {tag}
    </span>
  );
}

/** Beside words that are drawn as they are elsewhere, too. */
export const TagDot = ({ color }: { color: TagColor | undefined }) => (
  <span className="tag-dot" aria-hidden {...inTagColor(color)} />
);

/** Short words in a row. */
export const TagWords = ({ tags }: { tags: readonly string[] }) => (
  <span className="pills">
    {tags.map((tag) => (
      <TagWord key={tag} tag={tag} />
    ))}
  </span>
);
