// Adds one tag to everybody who is ticked.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Autocomplete, Button, Popover } from '@mantine/core';
import { useState } from 'react';

import { parseTags } from '../../../../src-shared/values/tags.ts';
import { useTags } from '../../../data/use-tags.ts';
import { putAll, type TickedContext } from './ticked.ts';

export function TagTicked({ context }: { context: TickedContext }) {
  const [tag, setTag] = useState('');
  const [isOpen, setOpen] = useState(false);
  const tags = useTags(isOpen)?.map(({ name }) => name) ?? [];
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          <Trans>Add tag</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const tags = parseTags(tag);
            if (tags.length === 0) return;
            putAll(context, 'tags', tags);
            setTag('');
            setOpen(false);
          }}
        >
          <Autocomplete
            label={t`Tag`}
            description={t`Press Enter to add it to everybody selected`}
            data={tags}
            limit={20}
            comboboxProps={{ withinPortal: false }}
            value={tag}
            onChange={setTag}
          />
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
