// Adds one tag to everybody who is ticked.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';

import { parseTags } from '../../../../src-shared/values/tags.ts';
import { tagKey } from '../../../../src-shared/domain/tag.ts';
import { useTags } from '../../../data/use-tags.ts';
import { putAll, type TickedPeople } from './ticked-people.ts';

const mostOffered = 20;

export function TagTicked({ context }: { context: TickedPeople }) {
  const [tag, setTag] = useState('');
  const [isOpen, setOpen] = useState(false);
  const offered = useTags(isOpen)?.filter(({ name }) => tagKey(name).includes(tagKey(tag))) ?? [];
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
          <TextInput
            label={t`Tag`}
            description={t`Press Enter to add it to everybody selected`}
            list="tags-there-are"
            value={tag}
            onChange={(event) => setTag(event.currentTarget.value)}
          />
          <datalist id="tags-there-are">
            {offered.slice(0, mostOffered).map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
