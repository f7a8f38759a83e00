// Adds one tag to everybody who is ticked.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Autocomplete, Button } from '@mantine/core';
import { useState } from 'react';

import { parseTags } from '../../../../src-shared/values/tags.ts';
import { useTagSuggestions } from '../../../fields/tag-suggestions.tsx';
import { FormPopover } from '../../../lists/form-popover.tsx';
import { putAll, type TickedPeople } from './ticked-people.ts';

export function TagTicked({ context }: { context: TickedPeople }) {
  const [tag, setTag] = useState('');
  const [isOpen, setOpen] = useState(false);
  const suggestions = useTagSuggestions(isOpen);
  return (
    <FormPopover
      name={t`Add tag`}
      opened={isOpen}
      setOpen={setOpen}
      target={
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          <Trans>Add tag</Trans>
        </Button>
      }
    >
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
          {...suggestions}
          openOnFocus={false}
          comboboxProps={{ withinPortal: false }}
          value={tag}
          onChange={setTag}
        />
      </form>
    </FormPopover>
  );
}
