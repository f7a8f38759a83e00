// Whose turn it is to ask a server: so many at once, one at each host with a pause after
// it. A feed that leads on to another host waits for that host's turn, and holds up no
// other meanwhile.

export type Turns = {
  /** Takes the host if it is free now. */
  take: (host: string) => boolean;
  /** Waits until the host is free, and takes it. Once all is closed it no longer waits. */
  wait: (host: string) => Promise<void>;
  give: (host: string) => void;
  isFull: () => boolean;
  close: () => void;
};

export type TurnsNeeds = {
  mostAtOnce: number;
  /** Between two turns at one host, in ms. */
  gapMs: number;
  now: () => number;
  /** A turn may be had: those who wait have been served. */
  onFree: () => void;
};

export function createTurns({ mostAtOnce, gapMs, now, onFree }: TurnsNeeds): Turns {
  const held = new Set<string>();
  const freeAt = new Map<string, number>();
  let waiting: { host: string; go: () => void }[] = [];
  let isClosed = false;

  const isFull = (): boolean => held.size >= mostAtOnce;
  const take = (host: string): boolean => {
    if (isFull() || held.has(host) || (freeAt.get(host) ?? 0) > now()) return false;
    held.add(host);
    return true;
  };
  const serve = (): void => {
    if (isClosed) return;
    for (const one of waiting) {
      if (!take(one.host)) continue;
      waiting = waiting.filter((other) => other !== one);
      one.go();
    }
    onFree();
  };
  return {
    take,
    isFull,
    wait: (host) =>
      new Promise((go) => {
        if (isClosed || take(host)) go();
        else waiting.push({ host, go });
      }),
    give: (host) => {
      held.delete(host);
      freeAt.set(host, now() + gapMs);
      setTimeout(serve, gapMs + 1).unref();
      serve();
    },
    close: () => {
      isClosed = true;
      for (const { go } of waiting) go();
    },
  };
}

/** What a server is known by: name and port. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
