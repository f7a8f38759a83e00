// A post's text as it was made safe in the host: paragraphs of words. No HTML is ever set.

import type { ReactNode } from 'react';

import { linkAddress } from '../../../../src-shared/feeds/address.ts';
import type { Block, Run } from '../../../../src-shared/feeds/feed.ts';

export function RichText({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className="post-text">
      {blocks.map((block, at) => (
        <Paragraph key={at} block={block} />
      ))}
    </div>
  );
}

/** Each paragraph finds its own direction from its letters. */
function Paragraph({ block: { kind, runs } }: { block: Block }) {
  const words = runs.map((run, at) => <Words key={at} run={run} />);
  switch (kind) {
    case 'h':
      return (
        <div className="post-title" dir="auto">
          {words}
        </div>
      );
    case 'li':
      return (
        <div className="post-entry" dir="auto">
          {words}
        </div>
      );
    case 'quote':
      return <blockquote dir="auto">{words}</blockquote>;
    case 'pre':
      return <pre dir="auto">{words}</pre>;
    case 'p':
      return <p dir="auto">{words}</p>;
  }
}

function Words({ run: { text, href, look } }: { run: Run }) {
  const looked: ReactNode =
    look === 'strong' ? (
      <strong>{text}</strong>
    ) : look === 'em' ? (
      <em>{text}</em>
    ) : look === 'code' ? (
      <code>{text}</code>
    ) : (
      text
    );
  // A teammate's word: it may lead where no feed may.
  const leads = linkAddress(href);
  if (leads === undefined) return looked;
  return (
    <a href={leads} target="_blank" rel="noopener noreferrer" title={leads}>
      {looked}
    </a>
  );
}

/** The host wrote it; a teammate may have sent it: what is not of that shape is left out. */
export function blocksOf(value: unknown): Block[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isBlock);
}

const kinds = new Set(['p', 'h', 'li', 'quote', 'pre']);

function isBlock(value: unknown): value is Block {
  const block = value as Partial<Block> | null;
  return (
    typeof block === 'object' &&
    block !== null &&
    kinds.has(String(block.kind)) &&
    Array.isArray(block.runs) &&
    block.runs.every(
      (run: unknown) => typeof (run as Run | null)?.text === 'string' && isText((run as Run).href),
    )
  );
}

const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';
