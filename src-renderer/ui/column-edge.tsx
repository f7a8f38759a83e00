// The edge between two heads: dragged, or moved by the arrow keys, it makes its column wider
// or narrower; a double click gives it back its own width.

import { t } from '@lingui/core/macro';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

export const narrowest = 56;
export const widest = 900;

type Props = {
  name: string;
  /** What it is at least, until somebody has said how wide. */
  width: number;
  /** While it is dragged; undefined once that is over. */
  onDraft: (width: number | undefined) => void;
  onResize: (width: number | undefined) => void;
};

export function ColumnEdge({ name, width, onDraft, onResize }: Props) {
  const drag = useRef<{ from: number; width: number; to: number }>(undefined);
  const move = (event: PointerEvent): void => {
    if (drag.current === undefined) return;
    const { from, width: before } = drag.current;
    drag.current.to = within(before + (event.clientX - from) * readingDirection());
    onDraft(drag.current.to);
  };
  const end = (): void => {
    const done = drag.current;
    drag.current = undefined;
    onDraft(undefined);
    if (done !== undefined && done.to !== done.width) onResize(done.to);
  };
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowRight: 16, ArrowLeft: -16 }[event.key];
    if (step === undefined && event.key !== 'Backspace') return;
    event.preventDefault();
    event.stopPropagation();
    const now = event.currentTarget.parentElement?.offsetWidth ?? width;
    onResize(step === undefined ? undefined : within(now + step * readingDirection()));
  };
  return (
    // A separator that can be moved is a control (WAI-ARIA, window splitter).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="column-edge"
      aria-orientation="vertical"
      aria-label={t`Width of ${name}`}
      title={t`Drag to make the column wider or narrower. A double click gives it its own width.`}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={within(width)}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        const now = event.currentTarget.parentElement?.offsetWidth ?? width;
        drag.current = { from: event.clientX, width: now, to: now };
      }}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => {
        drag.current = undefined;
        onDraft(undefined);
      }}
      onDoubleClick={() => onResize(undefined)}
      onKeyDown={onKey}
    />
  );
}

const within = (width: number): number => Math.round(Math.max(narrowest, Math.min(widest, width)));

const readingDirection = (): 1 | -1 => (document.documentElement.dir === 'rtl' ? -1 : 1);
