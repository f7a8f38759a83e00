// Changes that public profiles suggest for records: taken over or dismissed, one key each.

import { Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { Unbroken } from '../../../ui/broken.tsx';
import { keys, ProposalCard } from './proposal-card.tsx';
import { useProposals } from './use-proposals.ts';

/** Of one owner, or of everybody. Shows nothing where nothing is open. */
export function Proposals({ owner, empty }: { owner?: RecordDoc; empty?: string }) {
  const { proposals, take, dismiss } = useProposals(owner);
  const first = proposals?.[0];
  useHotkeys([
    [keys.take, () => first !== undefined && void take(first)],
    [keys.dismiss, () => first !== undefined && dismiss(first)],
  ]);
  if (first === undefined)
    return empty === undefined || proposals === undefined ? null : (
      <Text size="sm" className="dim" py="md">
        {empty}
      </Text>
    );
  return (
    <Stack gap="xs" my="sm">
      {(proposals ?? []).map((proposal) => (
        <Unbroken key={proposal.doc.id} of={proposal.doc}>
          <ProposalCard
            proposal={proposal}
            showsOwner={owner === undefined}
            hasKeys={proposal === first}
            onTake={() => void take(proposal)}
            onDismiss={() => dismiss(proposal)}
          />
        </Unbroken>
      ))}
    </Stack>
  );
}
