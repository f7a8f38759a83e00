// Whether something was typed in a part of the page, and is still there.

import { useEffect, useRef } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

const isText = (target: EventTarget | null): target is Field =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !/^(?:checkbox|radio|file|button)$/.test(target.type));

/** Asked when it matters; a field that finds something (`type="search"`) holds nothing to keep. */
export function useTyped(isOpen: boolean, inside: HTMLElement | null): () => boolean {
  const before = useRef(new Map<Field, string>());
  const typed = useRef(new Set<Field>());
  useEffect(() => {
    if (!isOpen || inside === null) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const [values, fields] = [before.current, typed.current];
    const note = ({ target }: Event): void => {
      if (isText(target) && !values.has(target)) values.set(target, target.value);
    };
    inside.addEventListener('focusin', note, { signal });
    inside.addEventListener('beforeinput', note, { signal });
    inside.addEventListener(
      'input',
      ({ target }) => {
        if (isText(target) && target.type !== 'search') fields.add(target);
      },
      { signal },
    );
    return () => {
      stop.abort();
      values.clear();
      fields.clear();
    };
  }, [isOpen, inside]);
  return () =>
    [...typed.current].some(
      (field) =>
        field.isConnected && field.value.trim() !== '' && field.value !== before.current.get(field),
    );
}
