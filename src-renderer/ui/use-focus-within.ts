// The focus stays in a dialog while what it shows changes, and goes back to what opened it.

import { useEffect, useLayoutEffect, useRef } from 'react';

const fields = 'input:not([type="hidden"]), textarea, select, [contenteditable="true"]';

/** What the focus goes to when what had it is gone. */
function landing(inside: HTMLElement): HTMLElement | null {
  const dialog = inside.closest<HTMLElement>('[role="dialog"]');
  const wanted = ['[data-autofocus]', fields, 'button:not(:disabled)'];
  for (const one of wanted) {
    const found = [...inside.querySelectorAll<HTMLElement>(one)].find((each) =>
      each.checkVisibility(),
    );
    if (found !== undefined) return found;
  }
  return dialog;
}

/** `inside`: what the dialog shows; null until it is drawn. */
export function useFocusWithin(isOpen: boolean, inside: HTMLElement | null): void {
  const shown = useRef(inside);
  useLayoutEffect(() => {
    shown.current = inside ?? shown.current;
  }, [inside]);
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const opener = openerOf(document.activeElement) ?? last;
    return () => {
      // After what closes it has drawn the page, and before anybody types.
      setTimeout(() => {
        const { activeElement } = document;
        const isLost =
          activeElement === null ||
          activeElement === document.body ||
          shown.current?.closest('[role="dialog"]')?.contains(activeElement) === true;
        const isWanted = isLost && !isOverlaid(opener, shown.current);
        if (isWanted && opener?.isConnected === true) opener.focus({ preventScroll: true });
      });
    };
  }, [isOpen]);
  useLayoutEffect(() => {
    // At once, so that no letter typed right after the key that opened it is lost.
    if (isOpen) inside?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [isOpen, inside]);
  useEffect(() => {
    if (!isOpen || inside === null) return undefined;
    const watch = new MutationObserver(() => {
      if (document.activeElement === document.body) landing(inside)?.focus();
    });
    watch.observe(inside, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => watch.disconnect();
  }, [isOpen, inside]);
}

/** Where the focus was: a menu that goes at once, without motion, has taken it along by then. */
let last: HTMLElement | null = null;
document.addEventListener('focusin', ({ target }) => {
  last = target instanceof Element ? openerOf(target) : null;
});

/** Another dialog came before the focus went back: it stays with that one. */
function isOverlaid(opener: HTMLElement | null, closed: HTMLElement | null): boolean {
  const own = closed?.closest('[role="dialog"]');
  return [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].some(
    (other) => other !== own && !other.contains(opener),
  );
}

/** Of an item of a menu, which goes when it is chosen, the button of the menu. */
function openerOf(element: Element | null): HTMLElement | null {
  const menu = element?.closest('[role="menu"]');
  const button = menu?.getAttribute('aria-labelledby') ?? '';
  const opener = button === '' ? element : document.getElementById(button);
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}
