// A value that is read, and edited where it stands: a click or Enter puts its editor in its
// place. The editor goes when it is left and nothing in it waits; Escape takes back what was
// typed.

import { t } from '@lingui/core/macro';
import {
  createContext,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

import { afterPress } from './after-press.ts';

type Around = {
  report: (id: string, isWaiting: boolean) => void;
  /** It goes as soon as nothing in it waits, as if it had been left by a key. */
  leave: () => void;
};
const Context = createContext<Around | undefined>(undefined);

export const useLeaving = (): (() => void) | undefined => useContext(Context)?.leave;

/** What is typed and not saved yet keeps the editor around it open. */
export function useWaiting(isWaiting: boolean): void {
  const report = useContext(Context)?.report;
  const id = useId();
  useEffect(() => {
    report?.(id, isWaiting);
  }, [report, id, isWaiting]);
}

type Props = {
  /** What it is: stands beside it. */
  label: string;
  /** How it reads; null where it is empty. */
  shown: ReactNode;
  /** How it is called where that is not the label that stands beside it. */
  name?: string;
  /** Edited from the start, or from when it is first said. */
  startsOpen?: boolean;
  /** What else can be done with it while it is read. */
  beside?: ReactNode;
  onClose?: () => void;
  /** Its editor, which takes the focus. `done`: it is saved, and needs no editor any more. */
  children: (done: () => void) => ReactNode;
};

export function InPlace({ label, name = label, shown, beside, children, ...rest }: Props) {
  const { isOpen, open, done, button, around, place, editor } = useOpening(rest);
  const id = useId();
  const nameId = name === label ? `${id}label` : `${id}name`;
  return (
    <div className="value" ref={place}>
      <span className="value-label dim" id={`${id}label`}>
        {label}
      </span>
      {isOpen ? (
        <div className="value-editor" {...editor}>
          <Context value={around}>{children(done)}</Context>
        </div>
      ) : (
        <div className="value-line">
          <button
            ref={button}
            type="button"
            className="value-text"
            data-empty={shown === null || undefined}
            aria-label={shown === null ? t`Add ${name}` : undefined}
            aria-labelledby={shown === null ? undefined : `${nameId} ${id}text`}
            onClick={open}
          >
            {name !== label && (
              <span className="visually-hidden" id={nameId}>
                {name}
              </span>
            )}
            <span id={`${id}text`}>{shown ?? t`Add`}</span>
          </button>
          {beside !== undefined && <span className="value-beside">{beside}</span>}
        </div>
      )}
    </div>
  );
}

function useOpening({ startsOpen = false, onClose }: Pick<Props, 'startsOpen' | 'onClose'>) {
  const [isOpen, setOpen] = useState(startsOpen);
  const [isAsked, setAsked] = useState(startsOpen);
  if (isAsked !== startsOpen) {
    setAsked(startsOpen);
    if (startsOpen) setOpen(true);
  }
  const button = useRef<HTMLButtonElement>(null);
  const state = useRef({ waiting: new Set<string>(), hasLeft: false, byKey: false });
  const [isByKey] = useState(() => () => state.current.byKey);
  const place = useWayBack(isByKey);
  const close = (): void => {
    setOpen(false);
    onClose?.();
  };
  const closes = useRef(close);
  useLayoutEffect(() => {
    closes.current = close;
  });
  useLayoutEffect(() => {
    if (isOpen || !state.current.byKey) return;
    state.current.byKey = false;
    if (document.activeElement === document.body) button.current?.focus();
  }, [isOpen]);
  const canClose = (): boolean => state.current.hasLeft && state.current.waiting.size === 0;
  const closeIfLeft = (): void => {
    if (canClose()) afterPress(() => canClose() && closes.current());
  };
  const [around] = useState<Around>(() => ({
    report: (id, isWaiting) => {
      const { waiting } = state.current;
      if (isWaiting) waiting.add(id);
      else waiting.delete(id);
      closeIfLeft();
    },
    leave: () => {
      state.current.hasLeft = true;
      state.current.byKey = true;
      closeIfLeft();
    },
  }));
  return {
    isOpen,
    button,
    place,
    around,
    open: (): void => {
      state.current = { waiting: new Set(), hasLeft: false, byKey: false };
      setOpen(true);
    },
    done: (): void => {
      state.current.byKey = true;
      close();
    },
    editor: {
      onFocus: (): void => {
        state.current.hasLeft = false;
        state.current.byKey = false;
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void => {
        if (currentTarget.contains(relatedTarget)) return;
        state.current.hasLeft = true;
        // A dialog that it opened has the focus by then, and is part of it.
        setTimeout(closeIfLeft);
      },
      onKeyDown: (event: KeyboardEvent): void => {
        if (event.key === 'Enter') state.current.byKey = true;
        if (event.key !== 'Escape') return;
        // It is this value's, and not the page's.
        event.stopPropagation();
        state.current.byKey = true;
        close();
      },
    },
  };
}

/** Where a value goes together with its editor: the focus goes to where it was begun. */
function useWayBack(isByKey: () => boolean): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const section = place.current?.closest('section');
    return () => {
      if (!isByKey()) return;
      queueMicrotask(() => {
        if (document.activeElement !== document.body) return;
        section?.querySelector<HTMLElement>('[data-adds]')?.focus();
      });
    };
  }, [isByKey]);
  return place;
}
