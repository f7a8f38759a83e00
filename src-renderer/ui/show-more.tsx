// Opens and closes the less used fields of a section.

import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';

export function ShowMore({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      onClick={onToggle}
      aria-expanded={isOpen}
    >
      {isOpen ? t`Fewer fields` : t`More fields`}
    </Button>
  );
}
