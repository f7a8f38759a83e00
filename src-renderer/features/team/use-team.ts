// The team as the host knows it, read again whenever the host reports a change.

import { useCallback, useEffect, useState } from 'react';

import type { InputOf, RequestName } from '../../../src-shared/bridge/contract.ts';
import type { TeamInfo } from '../../../src-shared/bridge/team-types.ts';
import { showFailure } from '../../data/use-command.tsx';
import { oncePerPress } from '../../data/pressed-twice.ts';
import { errorWords } from '../../words/host-words.ts';
import { useHost } from '../../data/host-context.tsx';

type TeamRequest = Extract<RequestName, `team.${string}`>;
export type AskTeam = <N extends TeamRequest>(name: N, input: InputOf<N>) => Promise<boolean>;

const lookEvery = 1_000;
const once = oncePerPress();

/** `ask` resolves with false when it did not work; the failure has then been shown. */
export function useTeam(): { info: TeamInfo | undefined; ask: AskTeam } {
  const { host, setSettings } = useHost();
  const [info, setInfo] = useState<TeamInfo>();
  const look = useCallback(async () => {
    const answer = await host.request('team.info', {});
    if (answer.ok) setInfo(answer.value);
  }, [host]);
  useEffect(() => {
    void look();
    const stop = host.on('team.changed', () => void look());
    // Speeds and times of day move on while nothing else changes.
    const timer = setInterval(() => void look(), lookEvery);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [host, look]);
  const ask: AskTeam = useCallback(
    async (name, input) => {
      const { answer, isAgain } = await once([name, input], () => host.request(name, input));
      if (isAgain) return answer.ok;
      if (!answer.ok) showFailure(errorWords(answer.error));
      // The name that was given for the team is one's own everywhere.
      const settings = 'memberName' in input ? await host.request('settings.read', {}) : undefined;
      if (settings?.ok === true) setSettings(settings.value);
      await look();
      return answer.ok;
    },
    [host, look, setSettings],
  );
  return { info, ask };
}
