// Everybody of a run in order, with what came of them; only those in view exist.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { useRecordsById } from '../../data/use-records.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { useDates } from '../../ui/when.tsx';
import { markWords, outcomeSigns } from './round-words.ts';
import type { RunQueue } from './use-run-queue.ts';

const rowHeight = 36;

type Props = {
  queue: RunQueue;
  /** Who is on whom right now, by person. */
  present: ReadonlyMap<string, string>;
};

export function QueueList({ queue, present }: Props) {
  const { people, at } = queue;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = rows.getVirtualItems();
  const docs = useRecordsById(
    'people',
    items.map(({ index }) => people[index] ?? ''),
  );
  const place = at === undefined ? -1 : people.indexOf(at);
  useEffect(() => {
    if (place >= 0) rows.scrollToIndex(place);
  }, [rows, place]);
  return (
    <div ref={scroller} className="round-queue" data-screen>
      <ol aria-label={t`Who is in this round`} style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const id = people[index] ?? '';
          return (
            <li
              key={id}
              aria-posinset={index + 1}
              aria-setsize={people.length}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            >
              <Row
                id={id}
                place={index + 1}
                doc={docs.get(id)}
                queue={queue}
                present={present.get(id)}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

type RowProps = {
  id: string;
  /** As on the call sheet, from 1. */
  place: number;
  doc: RecordDoc | undefined;
  queue: RunQueue;
  present: string | undefined;
};

function Row({ id, place, doc, queue, present }: RowProps) {
  const { count } = useDates();
  const { marks, refused, claims, at, goTo } = queue;
  const mark = marks.get(id);
  const claim = claims.get(id);
  const isRefused = refused.has(id);
  const sign = mark === undefined ? (isRefused ? '⊘' : '') : outcomeSigns[mark.outcome];
  return (
    <button
      type="button"
      className="round-row"
      aria-current={id === at ? 'true' : undefined}
      data-done={mark !== undefined || isRefused || undefined}
      onClick={() => goTo(id)}
    >
      <span className="round-sign" aria-hidden>
        {sign}
      </span>
      <span className="round-place" aria-hidden>
        {count(place)}
      </span>
      <span className="round-name" dir="auto">
        {doc === undefined ? '…' : nameOrNone(doc)}
      </span>
      {mark !== undefined && (
        <span className="visually-hidden">{markWords(mark.outcome, mark.by)}</span>
      )}
      {mark === undefined && isRefused && (
        <span className="visually-hidden">
          <Trans>Not to be contacted</Trans>
        </span>
      )}
      {present !== undefined ? (
        <span className="round-who">
          <Trans>
            <bdi>{present}</bdi> is here
          </Trans>
        </span>
      ) : (
        claim !== undefined && <Taken by={claim.by} until={claim.until} />
      )}
    </button>
  );
}

function Taken({ by, until }: { by: string; until: number }) {
  const { dateTime } = useDates();
  const when = dateTime(until);
  return (
    <span className="round-who" title={t`Until ${when}`}>
      <Trans>
        <bdi>{by}</bdi> has them
      </Trans>
    </span>
  );
}
