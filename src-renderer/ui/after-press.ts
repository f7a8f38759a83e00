// Does something once no button of the pointer is held down: what is drawn anew in the middle
// of a press moves what is pressed, and the click is lost.

let isHeld = false;
const keep = (held: boolean) => () => {
  isHeld = held;
};
window.addEventListener('pointerdown', keep(true), { capture: true });
window.addEventListener('pointerup', keep(false), { capture: true });
window.addEventListener('pointercancel', keep(false), { capture: true });

export function afterPress(run: () => void): void {
  if (!isHeld) return run();
  const ends = ['pointerup', 'pointercancel'];
  const end = (): void => {
    for (const one of ends) window.removeEventListener(one, end);
    // After the click that the press makes.
    setTimeout(run);
  };
  for (const one of ends) window.addEventListener(one, end);
  return undefined;
}
