// What can be done from anywhere, by keys, the palette and Electron's menu.

import { t } from '@lingui/core/macro';
import { useEffect } from 'react';

import { announce } from '../data/announce.ts';
import { useHost } from '../data/host-context.tsx';
import { openActions } from '../data/open-actions.ts';
import { showFailure, showRemark, useCommand } from '../data/use-command.tsx';
import { takeMenuActs } from '../host/electron-menu.ts';
import { useActions } from '../ui/actions.tsx';
import { go } from '../ui/router.ts';
import { errorWords } from '../words/host-words.ts';
import {
  type AppContext,
  appActions,
  focusWhenThere,
  framesToWait,
  lockId,
} from './app-actions.ts';

export function useAppActions(opening: Pick<AppContext, 'showKeys' | 'log' | 'promise'>): void {
  const country = useHost().settings?.defaultCountry ?? '';
  useActions(appActions, { ...opening, run: useCommand(), lock: useLock(), country });
  useEffect(
    () =>
      takeMenuActs((act) =>
        openActions
          .read()
          .find(({ id }) => id === `app.${act}`)
          ?.run(),
      ),
    [],
  );
}

/** A book without a passphrase cannot be locked: then one is offered. */
function useLock(): () => void {
  const { host } = useHost();
  const lock = async (): Promise<void> => {
    const about = await host.request('host.info', {});
    if (about.ok && about.value.protection !== 'passphrase') {
      showRemark(t`Set a passphrase first: a book without one cannot be locked.`);
      go('/settings');
      return focusWhenThere(lockId, framesToWait);
    }
    const locked = await host.request('lock.now', {});
    if (locked.ok) announce(t`The book is locked`);
    else showFailure(errorWords(locked.error));
  };
  return () => void lock();
}
