// What would change if the list did not hold still while it is edited.

import { Plural } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect } from 'react';

import { announce } from '../data/announce.ts';
import type { HeldView } from '../data/use-held-view.ts';

export function MovedRows({ held: { moved, refresh } }: { held: HeldView }) {
  useEffect(() => {
    if (moved > 0) announce(plural(moved, { one: '# row moved', other: '# rows moved' }));
  }, [moved]);
  if (moved === 0) return null;
  return (
    <Button
      size="compact-xs"
      radius="xl"
      variant="light"
      leftSection={<IconRefresh size={13} />}
      onClick={refresh}
    >
      <Plural value={moved} one="# row moved, refresh" other="# rows moved, refresh" />
    </Button>
  );
}
