// The beginning of a long post.

import type { Block, Run } from '../../../../src-shared/feeds/feed.ts';

const longestBlocks = 6;
const longestText = 700;

/** The same array where it is short enough. */
export function excerptOf(blocks: Block[]): Block[] {
  const length = blocks.reduce((sum, block) => sum + lengthOf(block), 0);
  if (blocks.length <= longestBlocks && length <= longestText) return blocks;
  let room = longestText;
  const kept: Block[] = [];
  for (const block of blocks.slice(0, longestBlocks)) {
    const size = lengthOf(block);
    if (kept.length > 0 && size > room) break;
    kept.push(size > room ? { ...block, runs: cut(block.runs, room) } : block);
    room -= size;
  }
  return kept;
}

function cut(runs: readonly Run[], room: number): Run[] {
  let left = room;
  return runs.flatMap((run) => {
    if (left <= 0) return [];
    const text = run.text.length > left ? `${run.text.slice(0, left).toWellFormed()} …` : run.text;
    left -= run.text.length;
    return [{ ...run, text }];
  });
}

const lengthOf = ({ runs }: Block): number => runs.reduce((sum, { text }) => sum + text.length, 0);
