// The words of a moment with the parts that were marked in it.

import { t } from '@lingui/core/macro';
import { Text } from '@mantine/core';
import { Fragment } from 'react';

import { type MarkKind, marksOf } from '../../../../src-shared/domain/moment-marks.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';

export const markWords = (kind: MarkKind): string =>
  kind === 'fact' ? t`Fact` : t({ message: 'Question', context: 'something somebody asked' });

export function MarkedText({ moment }: { moment: RecordDoc }) {
  return (
    <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {piecesOf(moment).map(({ from, words, kind }) => (
        <Fragment key={from}>
          {kind === undefined ? (
            words
          ) : (
            <mark className="marked" title={markWords(kind)}>
              {words}
            </mark>
          )}
        </Fragment>
      ))}
    </Text>
  );
}

type Piece = { from: number; words: string; kind?: MarkKind };

/** In their order; of two that lie over each other the first. */
function piecesOf(moment: RecordDoc): Piece[] {
  const { note } = moment;
  const marks = marksOf(moment)
    .flatMap(({ kind, at }) => (at === undefined ? [] : [{ kind, ...at }]))
    .toSorted((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let done = 0;
  for (const { kind, from, to } of marks) {
    if (from < done) continue;
    if (from > done) pieces.push({ from: done, words: note.slice(done, from) });
    pieces.push({ from, words: note.slice(from, to), kind });
    done = to;
  }
  return done < note.length ? [...pieces, { from: done, words: note.slice(done) }] : pieces;
}
