// Whom a run is to, one line each, of which only those in view exist. One tab stop; the arrow
// keys walk it.

import { t } from '@lingui/core/macro';
import { Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';

import type { RunChannel } from '../../../../src-shared/domain/draft-run.ts';
import { useDayWords } from '../../../data/use-day-words.ts';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import { isIn, type Row } from './rows.ts';
import { problemWords, stateWords } from './run-words.ts';

const height = 44;

type Props = {
  rows: readonly Row[];
  channel: RunChannel;
  /** Whose draft is looked at. */
  looked: string | undefined;
  onLook: (person: string) => void;
};

export function DraftList({ rows, channel, looked, onLook }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const day = useDayWords();
  const active = rows.findIndex(({ draft }) => draft.person === looked);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
  });
  useEffect(() => {
    if (active !== -1) virtual.scrollToIndex(active);
  }, [virtual, active]);
  const walk = (event: KeyboardEvent): void => {
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: rows.length - 1 }[
      event.key
    ];
    const row = to === undefined ? undefined : rows[to];
    if (row === undefined) return;
    event.preventDefault();
    onLook(row.draft.person);
  };
  const items = virtual.getVirtualItems();
  const isThere = items.some(({ index }) => index === active);
  return (
    <div
      ref={scroller}
      className="draft-list"
      role="listbox"
      data-of-page
      tabIndex={0}
      aria-label={t`Drafts`}
      aria-activedescendant={isThere ? `${id}-${active}` : undefined}
      onKeyDown={walk}
      onClick={({ target }) => {
        const row = target instanceof Element ? target.closest<HTMLElement>('[data-person]') : null;
        if (row?.dataset['person'] !== undefined) onLook(row.dataset['person']);
      }}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <div
              key={row.draft.person}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="draft-row"
              data-active={index === active || undefined}
              data-refused={isIn('refused', row) || undefined}
              style={{ height, transform: `translateY(${start}px)` }}
              data-person={row.draft.person}
            >
              <Text size="sm" truncate dir="auto">
                {row.person === undefined ? t`Somebody who is gone` : nameOrNone(row.person)}
              </Text>
              <Text size="xs" className="dim" truncate dir="auto">
                {lineOf(row, channel, day)}
              </Text>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function lineOf(row: Row, channel: RunChannel, day: (day: string) => string): string {
  const { problem, enough } = row.check;
  if (row.state === 'sent') return stateWords('sent');
  if (problem !== undefined) return problemWords(problem, channel, day);
  if (row.missing.length + row.faults.length > 0) return t`Something is to be filled in`;
  if (enough !== undefined && row.state === 'to-do') return t`Had enough for now`;
  return stateWords(row.state);
}
