// What a section can take up, behind one button.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';

export type Addable = { id: string; label: string; isApart?: boolean };

type Props = {
  /** What the section is called. */
  to: string;
  items: readonly Addable[];
  onAdd: (id: string) => void;
};

export function AddMenu({ to, items, onAdd }: Props) {
  if (items.length === 0) return null;
  return (
    // The focus goes to what is added, and not back.
    <Menu position="bottom-end" returnFocus={false}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          aria-label={t`Add to ${to}`}
          data-adds
        >
          <Trans>Add</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {items.map(({ id, label, isApart = false }) => (
          <div key={id} role="none">
            {isApart && <Menu.Divider />}
            <Menu.Item onClick={() => onAdd(id)}>{label}</Menu.Item>
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
