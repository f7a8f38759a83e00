// One change that a public profile suggests: what it was, what it is, where that was read.

import { Alert, Anchor, Button, Group, Kbd, Text } from '@mantine/core';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { pathOf } from '../../../kinds/kinds.ts';
import type { Proposal } from './use-proposals.ts';

const whatWords: { [what: string]: string } = { name: 'name', job: 'job', place: 'place' };

type Props = {
  proposal: Proposal;
  showsOwner: boolean;
  /** The keys y and x mean this one. */
  hasKeys: boolean;
  onTake: () => void;
  onDismiss: () => void;
};

export function ProposalCard({ proposal, showsOwner, hasKeys, onTake, onDismiss }: Props) {
  const { doc, owner } = proposal;
  const { what, from, to, source } = doc.fields as { [field: string]: string };
  return (
    <Alert color="blue" p="sm" role="group" aria-label={`Change of ${what}`}>
      <Group justify="space-between" align="start" gap="xs">
        <div style={{ minWidth: 0, flex: 1 }}>
          <Text size="sm">
            {showsOwner && (
              <>
                <OwnerLink owner={owner} />
                {': '}
              </>
            )}
            their public {whatWords[what ?? ''] ?? what} changed from <bdi>“{from}”</bdi> to{' '}
            <strong>
              <bdi>“{to}”</bdi>
            </strong>
            .
          </Text>
          <Text size="xs" className="dim" style={{ overflowWrap: 'anywhere' }}>
            Read at {source}
          </Text>
        </div>
        <Group gap="xs">
          <Button size="compact-sm" onClick={onTake}>
            Take over{hasKeys && <Kbd ml={6}>y</Kbd>}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onDismiss}>
            Dismiss{hasKeys && <Kbd ml={6}>x</Kbd>}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}

const OwnerLink = ({ owner }: { owner: RecordDoc }) => (
  <Anchor inherit underline="always" dir="auto" href={`#${pathOf(owner)}`}>
    {owner.name}
  </Anchor>
);
