// People who used to post and have not for long: perhaps worth a call.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Stack, Text } from '@mantine/core';

import { isQuiet } from '../../../../src-shared/feeds/plan.ts';
import { pathOf } from '../../../kinds/kinds.ts';
import { feedStates } from '../../../data/queries/listening.ts';
import { useRecords } from '../../../data/use-records.ts';
import { Face } from '../../../ui/face.tsx';
import { WhenText } from '../../../ui/when.tsx';
import { ownerOf, useOwners } from '../use-owners.ts';
import { useNow } from '../../../ui/use-now.ts';

export function Quiet() {
  const now = useNow();
  const states = useRecords(feedStates());
  const newestBy = new Map<string, { at: number; rhythm: number | undefined }>();
  for (const state of states ?? []) {
    const { newestAt, rhythm } = state.fields;
    const known = newestBy.get(ownerOf(state));
    if (typeof newestAt !== 'number' || (known !== undefined && known.at >= newestAt)) continue;
    newestBy.set(ownerOf(state), {
      at: newestAt,
      rhythm: typeof rhythm === 'number' ? rhythm : undefined,
    });
  }
  const quiet = [...newestBy]
    .filter(([, { at, rhythm }]) => isQuiet(at, rhythm, now))
    .toSorted(([, a], [, b]) => b.at - a.at);
  const owners = useOwners(quiet.map(([owner]) => owner));
  const shown = quiet.filter(([id]) => owners.get(id)?.status === 'live');
  if (states === undefined) return null;
  if (shown.length === 0)
    return (
      <Text size="sm" className="dim" py="md">
        <Trans>
          Nobody you follow has gone quiet. Somebody counts as quiet after a month without a post,
          or longer where they post seldom.
        </Trans>
      </Text>
    );
  return (
    <Stack gap="sm" maw={640}>
      {shown.map(([id, { at }]) => {
        const owner = owners.get(id);
        if (owner === undefined) return null;
        const path = pathOf(owner);
        return (
          <div key={id} className="who">
            <Face doc={owner} />
            <Anchor href={`#${path}`} dir="auto" c="inherit" fw={600} truncate>
              {owner.name || t`No name`}
            </Anchor>
            <Text size="sm" className="dim" style={{ whiteSpace: 'nowrap' }}>
              <Trans>
                last posted <WhenText at={at} />
              </Trans>
            </Text>
          </div>
        );
      })}
    </Stack>
  );
}
