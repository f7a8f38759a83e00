// Opens and closes the panel in which the filter is built.

import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';

type Props = { isUsed: boolean; isOpen: boolean; onToggle: () => void };

export const FilterButton = ({ isUsed, isOpen, onToggle }: Props) => (
  <Button
    variant={isUsed ? 'light' : 'default'}
    leftSection={<IconFilter size={16} />}
    aria-expanded={isOpen}
    aria-controls={isOpen ? 'list-filter' : undefined}
    onClick={onToggle}
  >
    <Trans>Filter</Trans>
  </Button>
);
