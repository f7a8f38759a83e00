// Asks the host for people who may be one, and hears how far it is.

import { useEffect, useState } from 'react';

import type { DoublesFound } from '../../../src-shared/bridge/host-types.ts';
import { useHost } from '../../data/host-context.tsx';
import { showFailure } from '../../data/use-command.tsx';
import { errorWords } from '../../words/host-words.ts';

export type Doubles = {
  /** Undefined while it is being looked. */
  found: DoublesFound | undefined;
  /** From 0 to 1. */
  part: number;
  lookAgain: () => void;
};

export function useDoubles(): Doubles {
  const { host } = useHost();
  const [found, setFound] = useState<DoublesFound>();
  const [part, setPart] = useState(0);
  const [turn, setTurn] = useState(0);
  useEffect(() => host.on('doubles.progress', (told) => setPart(told.part)), [host]);
  useEffect(() => {
    let isCurrent = true;
    void host.request('doubles.find', {}).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setFound(answer.value);
      else showFailure(errorWords(answer.error));
    });
    return () => {
      isCurrent = false;
    };
  }, [host, turn]);
  const lookAgain = (): void => {
    setFound(undefined);
    setPart(0);
    setTurn((old) => old + 1);
  };
  return { found, part, lookAgain };
}
