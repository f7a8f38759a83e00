// Undoes a merge: the one who was merged is a person of their own again.

import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';

import { useCommand } from '../../data/use-command.tsx';

export function TakeApart({ id }: { id: string }) {
  const run = useCommand();
  return (
    <Button size="xs" variant="default" onClick={() => void run({ type: 'unmerge', gone: id })}>
      <Trans>Take apart again</Trans>
    </Button>
  );
}
