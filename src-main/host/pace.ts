// Work that is asked for more often than it need be done.

/** At once, then at most once in `ms`; the last call is never left out. */
export function throttled(work: () => void, ms: number): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isAsked = false;
  const rest = (): void => {
    timer = undefined;
    if (!isAsked) return;
    isAsked = false;
    call();
  };
  const call = (): void => {
    work();
    timer = setTimeout(rest, ms).unref();
  };
  return () => {
    if (timer === undefined) call();
    else isAsked = true;
  };
}

export type Gathered = { ask: () => void; stop: () => void };

/** All that is asked for within `ms` of the first time is done in one go, after them. */
export function gathered(work: () => void, ms: number): Gathered {
  let timer: NodeJS.Timeout | undefined;
  return {
    ask: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        work();
      }, ms).unref();
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
