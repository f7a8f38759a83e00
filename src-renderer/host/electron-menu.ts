// What is chosen in Electron's menu arrives as a message of this window to itself, also before
// anything is drawn: then it waits.

let waiting: string[] = [];
let taker: ((act: string) => void) | undefined;

/** Called once, before the page is drawn. */
export function listenToMenu(): void {
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== window || !isAct(data)) return;
    if (taker === undefined) waiting.push(data.act);
    else taker(data.act);
  });
}

/** Returns what ends it. */
export function takeMenuActs(take: (act: string) => void): () => void {
  taker = take;
  const earlier = waiting;
  waiting = [];
  for (const act of earlier) take(act);
  return () => {
    taker = undefined;
  };
}

const isAct = (data: unknown): data is { act: string } =>
  typeof data === 'object' &&
  data !== null &&
  'type' in data &&
  data.type === 'rapport:menu' &&
  'act' in data &&
  typeof data.act === 'string';
