// What the list is narrowed to: one chip for each condition, in words, and taken away
// with one click or key.

import { t } from '@lingui/core/macro';
import { Group, Pill } from '@mantine/core';

import { describeNode } from '../../../../src-shared/query/describe.ts';
import { useDescribing } from '../../../data/use-describing.ts';
import type { PeopleView } from './use-people-view.ts';

export function ViewChips({ people }: { people: PeopleView }) {
  const { view, parts, setParts } = people;
  const how = useDescribing(view);
  if (parts.length === 0) return null;
  return (
    <Group gap={6} role="list" aria-label={t`Filters`}>
      {parts.map((part, at) => {
        const words = describeNode(view.of, part, how);
        return (
          <Pill
            key={JSON.stringify(part)}
            role="listitem"
            size="md"
            withRemoveButton
            removeButtonProps={{
              'aria-label': t`Remove filter: ${words}`,
              'aria-hidden': false,
              tabIndex: 0,
            }}
            onRemove={() => setParts(parts.toSpliced(at, 1))}
          >
            {words}
          </Pill>
        );
      })}
    </Group>
  );
}
