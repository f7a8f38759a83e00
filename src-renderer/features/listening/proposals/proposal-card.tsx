// One change that a public profile suggests: what it was, what it is, where that was read.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Anchor, Button, Group, Kbd, Text } from '@mantine/core';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { say } from '../../../../src-shared/words/say.ts';
import { textOf } from '../../../data/text-of.ts';
import { pathOf } from '../../../kinds/kinds.ts';
import type { Proposal } from './use-proposals.ts';

export const keys = { take: 'y', dismiss: 'x' } as const;

type Props = {
  proposal: Proposal;
  showsOwner: boolean;
  /** The keys mean this one. */
  hasKeys: boolean;
  onTake: () => void;
  onDismiss: () => void;
};

export function ProposalCard({ proposal, showsOwner, hasKeys, onTake, onDismiss }: Props) {
  const { doc, owner } = proposal;
  const [what, from] = [textOf(doc, 'what'), textOf(doc, 'from')];
  const [to, source] = [textOf(doc, 'to'), textOf(doc, 'source')];
  return (
    <Alert color="blue" p="sm" role="group" aria-label={changeLabel(what)}>
      <Group justify="space-between" align="start" gap="xs">
        <div style={{ minWidth: 0, flex: 1 }}>
          <Text size="sm">
            {showsOwner && (
              <>
                <OwnerLink owner={owner} />
                {': '}
              </>
            )}
            <ChangeSentence {...{ what, from, to }} />
          </Text>
          <Text size="xs" className="dim" style={{ overflowWrap: 'anywhere' }}>
            <Trans>Read at {source}</Trans>
          </Text>
        </div>
        <Group gap="xs">
          <Button size="compact-sm" onClick={onTake}>
            <Trans>Take over</Trans>
            {hasKeys && <Kbd ml={6}>{keys.take}</Kbd>}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onDismiss}>
            <Trans>Dismiss</Trans>
            {hasKeys && <Kbd ml={6}>{keys.dismiss}</Kbd>}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}

type Change = { what: string; from: string; to: string };

function changeLabel(what: string): string {
  switch (what) {
    case 'name':
      return t`Change of name`;
    case 'job':
      return t`Change of job`;
    case 'place':
      return t`Change of place`;
    default:
      return t`Change of profile`;
  }
}

/** A change of something a newer version knows is said without naming it. */
function ChangeSentence({ what, from, to }: Change) {
  const before = <bdi>{say('query.quoted', { text: from })}</bdi>;
  const after = (
    <strong>
      <bdi>{say('query.quoted', { text: to })}</bdi>
    </strong>
  );
  switch (what) {
    case 'name':
      return (
        <Trans>
          their public name changed from {before} to {after}.
        </Trans>
      );
    case 'job':
      return (
        <Trans>
          their public job changed from {before} to {after}.
        </Trans>
      );
    case 'place':
      return (
        <Trans>
          their public place changed from {before} to {after}.
        </Trans>
      );
    default:
      return (
        <Trans>
          their public profile changed from {before} to {after}.
        </Trans>
      );
  }
}

const OwnerLink = ({ owner }: { owner: RecordDoc }) => (
  <Anchor inherit underline="always" dir="auto" href={`#${pathOf(owner)}`}>
    {owner.name}
  </Anchor>
);
