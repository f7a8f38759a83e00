// Adds one condition to the view.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Popover } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';

import type { ViewCondition } from '../../../../src-shared/query/view.ts';
import { FilterForm } from './filter-form.tsx';

type Props = { isUsed: boolean; onAdd: (condition: ViewCondition) => void };

export function FilterMenu({ isUsed, onAdd }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      position="bottom-start"
      opened={isOpen}
      onChange={setOpen}
      trapFocus
      returnFocus
      width={340}
      // On a low window it moves up, over its button, rather than out of sight.
      middlewares={{ shift: { crossAxis: true, padding: 8 } }}
    >
      <Popover.Target>
        <Button
          variant={isUsed ? 'light' : 'default'}
          leftSection={<IconFilter size={16} />}
          onClick={() => setOpen(!isOpen)}
        >
          <Trans>Filter</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Add a filter`}>
        <FilterForm
          submit={t`Add filter`}
          onDone={(condition) => {
            setOpen(false);
            onAdd(condition);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
