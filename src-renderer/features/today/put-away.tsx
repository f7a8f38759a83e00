// What was put away here as “not mine”, or put off, while it would still stand on Today; with a
// way back.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { Away } from '../../../src-shared/today/rows.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useNamed } from '../../data/use-records-in.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { useDates } from '../../ui/when.tsx';
import { reasonWords } from '../../ui/today-words.ts';

export function PutAway({ away }: { away: readonly Away[] }) {
  const [isOpen, setOpen] = useState(false);
  if (away.length === 0) return null;
  return (
    <div data-screen>
      <Button size="compact-sm" variant="subtle" mt="sm" onClick={() => setOpen(true)}>
        {plural(away.length, {
          one: '# put off or not yours',
          other: '# put off or not yours',
        })}
      </Button>
      {isOpen && <PutAwayDialog away={away} onClose={() => setOpen(false)} />}
    </div>
  );
}

function PutAwayDialog({ away, onClose }: { away: readonly Away[]; onClose: () => void }) {
  const run = useCommand();
  const dates = useDates();
  const docs = useNamed(
    ['people', 'groups'],
    away.map(({ row }) => row.about.id),
  );
  return (
    <Dialog title={t`Put off, or not mine`} size="lg" onClose={onClose}>
      <Text size="sm" className="dim" mb="xs">
        <Trans>Only for you, on this laptop. Your team still sees it.</Trans>
      </Text>
      <Stack
        component="ul"
        gap="xs"
        p={0}
        m={0}
        style={{ listStyle: 'none' }}
        aria-label={t`Put off, or not mine`}
      >
        {away.map(({ row, marks, until }) => {
          const doc = docs.get(row.about.id);
          if (doc === undefined) return null;
          const reason = reasonWords(row.reason, nameOrNone(doc), dates);
          return (
            <Group key={row.key} component="li" justify="space-between" wrap="nowrap">
              <div style={{ minWidth: 0 }}>
                <Text size="sm" dir="auto" style={{ overflowWrap: 'anywhere' }}>
                  {reason}
                </Text>
                <Text size="xs" className="dim">
                  <AwayWords until={until} />
                </Text>
              </div>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t`Bring back: ${reason}`}
                onClick={() => {
                  void run({
                    type: 'trash',
                    refs: marks.map((id) => ({ collection: 'setup', id })),
                  });
                  if (away.length === 1) onClose();
                }}
              >
                <Trans>Bring back</Trans>
              </Button>
            </Group>
          );
        })}
      </Stack>
    </Dialog>
  );
}

function AwayWords({ until }: { until: string | undefined }) {
  const { date } = useDates();
  if (until === undefined) return <Trans>Not mine</Trans>;
  if (until === 'contact') return <Trans>Until we are next in touch</Trans>;
  if (until === 'post') return <Trans>Until they next publish something</Trans>;
  return <Trans>Put off until {date(Date.parse(`${until}T12:00:00`))}</Trans>;
}
