// The form that writes down what happened comes with its key: once its code is here it is drawn
// before the next key is pressed, and no letter of a name is lost.

import { useCallback, useState } from 'react';

import { fetchCode } from '../data/fetch-code.ts';
import type { LogDialog } from '../features/people/moments/log-dialog.tsx';

const load = async () => (await import('../features/people/moments/log-dialog.tsx')).LogDialog;

type Logging = {
  open: () => void;
  close: () => void;
  /** Called when there is nothing else to do. What fails is fetched when it is opened. */
  fetch: () => void;
  Shown: typeof LogDialog | undefined;
};

export function useLogging(): Logging {
  const [Fetched, setFetched] = useState<typeof LogDialog>();
  const [isOpen, setOpen] = useState(false);
  const fetch = useCallback(() => {
    fetchCode(load).then(
      (fetched) => setFetched(() => fetched),
      () => setOpen(false),
    );
  }, []);
  return {
    open: () => {
      setOpen(true);
      if (Fetched === undefined) fetch();
    },
    close: () => setOpen(false),
    fetch,
    Shown: isOpen ? Fetched : undefined,
  };
}
