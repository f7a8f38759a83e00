// A small form over the page, at the button that opens it. Escape closes a list of suggestions
// in it first, and only then the form.

import { Popover } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';

type Props = {
  name: string;
  opened: boolean;
  setOpen: (isOpen: boolean) => void;
  /** The button. */
  target: ReactNode;
  children: ReactNode;
};

export function FormPopover({ name, opened, setOpen, target, children }: Props) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !hasOpenList(event.target)) setOpen(false);
  };
  return (
    <Popover
      position="bottom-start"
      opened={opened}
      onChange={setOpen}
      closeOnEscape={false}
      trapFocus
      returnFocus
      width={340}
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown aria-label={name} onKeyDown={onKeyDown}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}

/** As it was when the key went down. */
const hasOpenList = (field: EventTarget): boolean =>
  field instanceof Element && field.getAttribute('aria-expanded') === 'true';
