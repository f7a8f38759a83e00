// A notice on every page when a teammate's laptop brought people that were here already.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';

import { announce } from '../data/announce.ts';
import { useHost } from '../data/host-context.tsx';
import { useTeamRest } from '../data/team-rest.tsx';
import { twiceWords } from '../words/twice-words.ts';

/** Says each once; it stays on the Team page until it was looked at. */
export function TwiceToasts() {
  const { host } = useHost();
  const twice = useTeamRest()?.twice;
  const told = useRef(new Set<string>());
  useEffect(() => {
    const open = new Set(twice?.map(({ device }) => device));
    for (const device of told.current) if (!open.has(device)) notifications.hide(idOf(device));
    for (const { device, name, count } of twice ?? []) {
      if (told.current.has(device)) continue;
      told.current.add(device);
      const text = twiceWords(name, count);
      const seen = (): void => void host.request('team.twiceSeen', { device });
      announce(text);
      notifications.show({
        id: idOf(device),
        withBorder: true,
        autoClose: false,
        closeButtonProps: { 'aria-label': t`Close this message` },
        onClose: seen,
        message: (
          <>
            {text}{' '}
            <Anchor inherit underline="always" href="#/doubles" onClick={seen}>
              <Trans>Look at them</Trans>
            </Anchor>
          </>
        ),
      });
    }
  }, [host, twice]);
  return null;
}

const idOf = (device: string): string => `twice ${device}`;
