// Puts everybody who is ticked into a bucket.

import { Trans } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';

import { useBuckets } from '../../../data/use-buckets.ts';
import { putAll, type TickedContext } from './ticked.ts';

export function AddToBucket({ context }: { context: TickedContext }) {
  const buckets = useBuckets();
  return (
    <Menu>
      <Menu.Target>
        <Button size="xs" variant="default">
          <Trans>Add to bucket</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(buckets ?? []).map((bucket) => (
          <Menu.Item key={bucket.id} onClick={() => putAll(context, 'buckets', [bucket.id])}>
            {bucket.name}
          </Menu.Item>
        ))}
        {buckets?.length === 0 && (
          <Menu.Item component="a" href="#/groups">
            <Trans>Make a bucket first</Trans>
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
