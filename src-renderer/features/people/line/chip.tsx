// Something that a line was understood to say: read, changed in a small form, taken off.

import { t } from '@lingui/core/macro';
import { Button, CloseButton, Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';

type Props = {
  name: string;
  value: string;
  /** What it is changed with; left out: it is only read. */
  editor?: (close: () => void) => ReactNode;
  onRemove?: () => void;
};

export function Chip({ name, value, editor, onRemove }: Props) {
  const [isOpen, setOpen] = useState(false);
  const text = (
    <>
      <span className="dim">{name}</span>
      <span dir="auto">{value}</span>
    </>
  );
  return (
    <span className="chip">
      {editor === undefined ? (
        <span className="chip-text">{text}</span>
      ) : (
        <Popover
          position="bottom-start"
          opened={isOpen}
          onChange={setOpen}
          trapFocus
          returnFocus
          withinPortal={false}
        >
          <Popover.Target>
            <Button
              variant="subtle"
              size="compact-xs"
              className="chip-text"
              onClick={() => setOpen(!isOpen)}
            >
              {text}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={name}>{editor(() => setOpen(false))}</Popover.Dropdown>
        </Popover>
      )}
      {onRemove !== undefined && <CloseChip name={name} onRemove={onRemove} />}
    </span>
  );
}

export const CloseChip = ({ name, onRemove }: { name: string; onRemove: () => void }) => (
  <CloseButton size="xs" aria-label={t`Take off: ${name}`} onClick={onRemove} />
);
