// A line at the foot of the rail while nothing is synced, so that nobody waits in vain.

import { t } from '@lingui/core/macro';
import { IconPlayerPause } from '@tabler/icons-react';

import type { TeamRest } from '../../src-shared/bridge/team-types.ts';
import { useTeamRest } from '../data/team-rest.tsx';
import { networkWords } from '../words/host-words.ts';

export function SyncRest() {
  const words = restWords(useTeamRest());
  if (words === undefined) return null;
  return (
    <a href="#/team" className="rail-link rail-rest" title={words.why}>
      <IconPlayerPause size={19} aria-hidden />
      <span>{words.short}</span>
    </a>
  );
}

function restWords(rest: TeamRest | undefined): { short: string; why: string } | undefined {
  if (rest?.held !== undefined) {
    const network = networkWords(rest.held);
    return {
      short: rest.hasTeam ? t`Not syncing here` : t`Not fetching here`,
      why: t`This network (${network}) costs by use, as you said on the Team page.`,
    };
  }
  if (rest?.hasTeam === true && rest.isPaused)
    return { short: t`Sync paused`, why: t`Nothing is sent or comes until you resume it.` };
  return undefined;
}
