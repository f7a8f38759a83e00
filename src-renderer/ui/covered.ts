// Whether something lies over the page: a dialog, a menu, a small form. The keys of actions
// are the page's, and do nothing meanwhile.

let dialogs = 0;

/** Returns what says that it is closed again. */
export function coverPage(): () => void {
  dialogs += 1;
  return () => {
    dialogs -= 1;
  };
}

/** How it was when the key went down: what the key closes lay over the page until then. */
let wasCovered = false;
window.addEventListener(
  'keydown',
  () => {
    wasCovered = isCovered();
  },
  { capture: true },
);

export const isKeyOfPage = (): boolean => !wasCovered && !isCovered();

function isCovered(): boolean {
  if (dialogs > 0) return true;
  // Lists of the page itself are no menus.
  const small =
    document.activeElement?.closest('[role="dialog"], [role="listbox"]:not([data-of-page])') ??
    null;
  // One that fades away is closed: its button says so.
  const menu = document.querySelector('[aria-haspopup="menu"][aria-expanded="true"]');
  return small !== null || menu !== null;
}
