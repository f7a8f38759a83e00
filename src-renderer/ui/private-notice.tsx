// Says that a record is on this laptop only, what the team would see of it, and gives it to
// them when asked.

import { Trans } from '@lingui/react/macro';
import { Badge, Button, Group, Text } from '@mantine/core';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { refOf } from '../data/ref-of.ts';
import { useCommand } from '../data/use-command.tsx';
import { useReach } from '../data/use-reach.ts';
import { useIsInTeam } from '../data/team-rest.tsx';
import { usePrinting } from './printing.ts';
import { ReachWords } from './reach-words.tsx';

export function PrivateNotice({ doc }: { doc: RecordDoc }) {
  const run = useCommand();
  const isPrinting = usePrinting();
  // What lies in the trash stays on this laptop.
  const canShare = useIsInTeam() && doc.status !== 'trashed';
  const isPerson = refOf(doc).collection === 'people';
  const sharing = isPerson ? { people: [doc.id] } : { people: [], groups: [doc.id] };
  const reach = useReach(canShare ? sharing : undefined);
  return (
    <Group gap="xs">
      <Badge variant="light" tt="none">
        <Trans>Private to this laptop</Trans>
      </Badge>
      {canShare && (
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={reach === undefined}
          onClick={() => void run({ type: 'share', ...sharing })}
        >
          <Trans>Share with the team</Trans>
        </Button>
      )}
      {reach !== undefined && !isPrinting && (
        <Text size="sm" className="dim">
          {isPerson ? (
            <Trans>Your team would see this person.</Trans>
          ) : (
            <Trans>Your team would see this, without the private people in it.</Trans>
          )}{' '}
          <ReachWords reach={reach} /> <Trans>This cannot be taken back.</Trans>
        </Text>
      )}
    </Group>
  );
}
