// Changes that public profiles suggest for records: taken over or dismissed, one key each.

import { Alert, Anchor, Button, Group, Kbd, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { groupPath, personPath } from '../../../ui/router.ts';
import { useHost } from '../../../data/host-context.tsx';
import { useRecords } from '../../../data/use-records.ts';
import { useOwners, ownerOf } from '../use-owners.ts';
import { useTakeOver } from './use-take-over.ts';

const whatWords: { [what: string]: string } = { name: 'name', job: 'job', place: 'place' };

/** Of one owner, or of everybody. Shows nothing where nothing is open. */
export function Proposals({ owner, empty }: { owner?: RecordDoc; empty?: string }) {
  const { host } = useHost();
  const takeOver = useTakeOver();
  const docs = useRecords('work', {
    selector: {
      kind: 'proposal',
      status: 'live',
      ...(owner === undefined ? {} : { keys: { $in: [owner.id] } }),
    },
    sort: [{ at: 'desc' }],
  });
  const open = (docs ?? []).filter(({ fields }) => fields['state'] === 'open');
  const owners = useOwners([...new Set(open.map(ownerOf))]);
  const shown = open.filter((doc) => owners.get(ownerOf(doc))?.status === 'live');
  const [first] = shown;
  const take = async (proposal: RecordDoc): Promise<void> => {
    const about = owners.get(ownerOf(proposal));
    if (about === undefined || !(await takeOver(about, proposal))) return;
    await host.request('feeds.answerProposal', { id: proposal.id, answer: 'taken' });
  };
  const dismiss = (proposal: RecordDoc): void =>
    void host.request('feeds.answerProposal', { id: proposal.id, answer: 'dismissed' });
  useHotkeys([
    ['y', () => first !== undefined && void take(first)],
    ['x', () => first !== undefined && dismiss(first)],
  ]);
  if (shown.length === 0)
    return empty === undefined || docs === undefined ? null : (
      <Text size="sm" className="dim" py="md">
        {empty}
      </Text>
    );
  return (
    <Stack gap="xs" my="sm">
      {shown.map((proposal) => {
        const { what, from, to, source } = proposal.fields as { [field: string]: string };
        const about = owners.get(ownerOf(proposal));
        const isFirst = proposal === first;
        return (
          <Alert
            key={proposal.id}
            color="blue"
            p="sm"
            role="group"
            aria-label={`Change of ${what}`}
          >
            <Group justify="space-between" align="start" gap="xs">
              <div style={{ minWidth: 0, flex: 1 }}>
                <Text size="sm">
                  {owner === undefined && about !== undefined && (
                    <>
                      <Anchor
                        inherit
                        underline="always"
                        dir="auto"
                        href={`#${about.kind === 'person' ? personPath(about.id) : groupPath(about.id)}`}
                      >
                        {about.name}
                      </Anchor>
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
                <Button size="compact-sm" onClick={() => void take(proposal)}>
                  Take over{isFirst && <Kbd ml={6}>y</Kbd>}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => dismiss(proposal)}>
                  Dismiss{isFirst && <Kbd ml={6}>x</Kbd>}
                </Button>
              </Group>
            </Group>
          </Alert>
        );
      })}
    </Stack>
  );
}
