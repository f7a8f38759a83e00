// A form that comes with its key: once its code is here it is drawn before the next key is
// pressed, and no letter of a name is lost.

import { type ComponentType, useCallback, useState } from 'react';

import {
  type LogWish,
  type RoundWish,
  useAskedToLog,
  useAskedToLogForAll,
  useAskedToStartRound,
  useAskedToWrite,
} from '../data/asked.ts';
import type { Chosen } from '../data/chosen-people.ts';
import { fetchCode } from '../data/fetch-code.ts';

type Keyed<Props> = {
  open: () => void;
  close: () => void;
  /** Called when there is nothing else to do. What fails is fetched when it is opened. */
  fetch: () => void;
  Shown: ComponentType<Props> | undefined;
};

function useKeyedForm<Props>(load: () => Promise<ComponentType<Props>>): Keyed<Props> {
  const [Fetched, setFetched] = useState<ComponentType<Props>>();
  const [isOpen, setOpen] = useState(false);
  const fetch = useCallback(() => {
    fetchCode(load).then(
      (fetched) => setFetched(() => fetched),
      () => setOpen(false),
    );
  }, [load]);
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

const loadLog = async () => (await import('../features/people/moments/log-dialog.tsx')).LogDialog;
const loadLogForAll = async () =>
  (await import('../features/people/moments/log-for-all.tsx')).LogForAll;
const loadPromise = async () =>
  (await import('../features/promises/promise-dialog.tsx')).PromiseDialog;

/** Writes down what happened. */
export function useLogging() {
  const form = useKeyedForm(loadLog);
  /** With whom, where a page asked for it; undefined: whoever is on the page. */
  const [wish, setWish] = useState<LogWish>();
  useAskedToLog((wanted) => {
    setWish(wanted);
    form.open();
  });
  const close = (): void => {
    form.close();
    setWish(undefined);
  };
  return { ...form, wish, close };
}

/** Writes down what happened with all who were ticked, or are in a group. */
export function useLoggingForAll() {
  const form = useKeyedForm(loadLogForAll);
  const [chosen, setChosen] = useState<Chosen>();
  useAskedToLogForAll((wanted) => {
    setChosen(wanted);
    form.open();
  });
  return { ...form, chosen };
}

const loadWrite = async () => (await import('../features/drafts/write-to.tsx')).WriteTo;

/** Writes to somebody. */
export function useWriting() {
  const form = useKeyedForm(loadWrite);
  const [person, setPerson] = useState<string>();
  useAskedToWrite((wanted) => {
    setPerson(wanted);
    form.open();
  });
  return { ...form, person };
}

const loadStart = async () => (await import('../features/rounds/start-dialog.tsx')).StartRound;

/** Starts a round, where a page asked for it. */
export function useStartingRound() {
  const form = useKeyedForm(loadStart);
  const [wish, setWish] = useState<RoundWish>();
  useAskedToStartRound((wanted) => {
    setWish(wanted);
    form.open();
  });
  return { ...form, wish };
}

/** Makes a promise. */
export const usePromising = () => useKeyedForm(loadPromise);
