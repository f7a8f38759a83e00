// One WebSocket of a hub, whoever opened it: parses, limits the rate, notices when the
// other side is no longer there.

import type { RawData, WebSocket } from 'ws';

import { parseSignal, type Published } from './signaling.ts';

export type HubLine = {
  /** We opened it, to another hub. */
  isOutward: boolean;
  /** The id of the hub at the other end; undefined for a window, and until it has said so. */
  hub: () => string | undefined;
  /** The IP address at the other end; empty for a window of this laptop. */
  address: string;
  has: (topic: string) => boolean;
  topics: () => ReadonlySet<string>;
  send: (message: object) => void;
  close: () => void;
};

export type HubLineEvents = {
  onPublish: (message: Published, line: HubLine) => void;
  onSubscribe: (topics: readonly string[], line: HubLine) => void;
  /** The other end has said that it is a hub. */
  onHub: (line: HubLine) => void;
  onClose: (line: HubLine) => void;
};

const mostTopics = 200;
const beatMs = 4_000;
/** A little less than a beat, so that one of the two asks at every beat. */
const freshMs = 3_600;
const deadMs = 9_500;
/** Messages a second over some time, and at once. */
const rate = 100;
const burst = 1_000;
const mostWaiting = 8 * 1024 * 1024;
const tooMuch = 1008;

export function createHubLine(
  socket: WebSocket,
  { isOutward, address }: Pick<HubLine, 'isOutward' | 'address'>,
  events: HubLineEvents,
): HubLine {
  const topics = new Set<string>();
  let hub: string | undefined;
  let allowance = burst;
  let lastHeard = Date.now();
  const line: HubLine = {
    isOutward,
    address,
    hub: () => hub,
    has: (topic) => topics.has(topic),
    topics: () => topics,
    send: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      // Whoever does not read is cut off rather than kept in memory.
      if (socket.bufferedAmount > mostWaiting) socket.terminate();
      else socket.send(JSON.stringify(message));
    },
    close: () => socket.terminate(),
  };
  const beat = setInterval(() => {
    allowance = Math.min(burst, allowance + (rate * beatMs) / 1_000);
    const silence = Date.now() - lastHeard;
    if (silence > deadMs) return socket.terminate();
    // Whoever was asked just now knows as much as whoever asked.
    if (silence > freshMs) socket.ping();
  }, beatMs);
  beat.unref();
  const heard = (): void => {
    lastHeard = Date.now();
  };
  socket.on('pong', heard);
  socket.on('ping', heard);
  // A socket's error is always followed by its close.
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearInterval(beat);
    events.onClose(line);
  });
  const take = (data: RawData, isBinary: boolean): void => {
    allowance -= 1;
    if (allowance < 0) return socket.close(tooMuch);
    const message = isBinary ? undefined : parseSignal(textOf(data));
    if (message === undefined) return;
    switch (message.type) {
      case 'subscribe': {
        const added = message.topics.filter((topic) => !topics.has(topic));
        for (const topic of added) if (topics.size < mostTopics) topics.add(topic);
        if (added.length > 0) events.onSubscribe(added, line);
        return;
      }
      case 'hub':
        if (hub !== undefined) return;
        hub = message.id;
        return events.onHub(line);
      case 'unsubscribe':
        for (const topic of message.topics) topics.delete(topic);
        return;
      case 'publish':
        return events.onPublish(message, line);
      case 'ping':
        return line.send({ type: 'pong' });
      case 'pong':
        return undefined;
    }
  };
  socket.on('message', (data: RawData, isBinary: boolean) => {
    heard();
    try {
      take(data, isBinary);
    } catch {
      // Nothing that a stranger says may end the host: it costs the stranger its line.
      socket.terminate();
    }
  });
  return line;
}

const textOf = (data: RawData): string =>
  Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data as Buffer).toString();
