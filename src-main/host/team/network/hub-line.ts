// One WebSocket of a hub, whoever opened it: parses, limits the rate, notices when the
// other side is no longer there. Nothing passes before the other side has proven itself.

import type { RawData, WebSocket } from 'ws';

import { createHubProof, type HubProofNeeds } from './hub-proof.ts';
import { parseSignal, type Published, type Signal } from './signaling.ts';

export type HubLine = {
  /** We opened it, to another hub. */
  isOutward: boolean;
  /** The id of the hub at the other end; undefined for a window, and until it has proven itself. */
  hub: () => string | undefined;
  /** Something may pass. */
  isOpen: () => boolean;
  /** The other end holds the team's key in force. */
  isTeams: () => boolean;
  mayPass: (topic: string) => boolean;
  /** The keys have changed: shows the other end that it holds them, and looks at its proof again. */
  prove: () => void;
  /** The IP address at the other end; empty for a window of this laptop. */
  address: string;
  /** The port at which the other end can be dialled; undefined while it is not known. */
  port: () => number | undefined;
  has: (topic: string) => boolean;
  topics: () => ReadonlySet<string>;
  send: (message: object) => void;
  close: () => void;
};

export type HubLineEvents = {
  onPublish: (message: Published, line: HubLine) => void;
  onSubscribe: (topics: readonly string[], line: HubLine) => void;
  /** The other end has proven itself, or may be told of more or fewer topics than before. */
  onOpens: (line: HubLine) => void;
  onClose: (line: HubLine) => void;
};

export type HubLineNeeds = Pick<HubLine, 'isOutward' | 'address'> &
  Pick<HubProofNeeds, 'keys' | 'trusted'> & {
    /** The id of this hub, and where it listens. */
    ownId: string;
    ownPort: number;
    /** The port that was dialled. */
    dialled: number | undefined;
  };

const mostTopics = 200;
const beatMs = 4_000;
/** A little less than a beat, so that one of the two asks at every beat. */
const freshMs = 3_600;
const deadMs = 9_500;
/** Messages a second over some time, and at once. */
const rate = 100;
const burst = 1_000;
const proofCosts = 100;
/** Letters; a greeting is shorter, and nothing else counts before it. */
const mostUnproven = 4_096;
const mostWaiting = 8 * 1024 * 1024;
const tooMuch = 1008;

export function createHubLine(
  socket: WebSocket,
  { isOutward, address, ownId, ownPort, dialled, keys, trusted }: HubLineNeeds,
  events: HubLineEvents,
): HubLine {
  const topics = new Set<string>();
  let hub: string | undefined;
  let port = dialled;
  let allowance = burst;
  const proof = createHubProof({
    isDialler: isOutward,
    keys,
    trusted,
    onOpens: () => events.onOpens(line),
    onLate: () => socket.terminate(),
  });
  const line: HubLine = {
    isOutward,
    address,
    port: () => port,
    hub: () => (proof.isProven() ? hub : undefined),
    isOpen: proof.isOpen,
    isTeams: proof.isWhole,
    mayPass: proof.mayPass,
    prove: () => {
      const macs = proof.newMacs();
      if (macs !== undefined) line.send({ type: 'proof', macs });
      proof.review();
    },
    has: (topic) => topics.has(topic) && proof.mayPass(topic),
    topics: () => topics,
    send: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      // Whoever does not read is cut off rather than kept in memory.
      if (socket.bufferedAmount > mostWaiting) socket.terminate();
      else socket.send(JSON.stringify(message));
    },
    close: () => socket.terminate(),
  };
  const watch = watchSilence(socket, () => {
    allowance = Math.min(burst, allowance + (rate * beatMs) / 1_000);
  });
  // A socket's error is always followed by its close.
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    watch.stop();
    proof.stop();
    events.onClose(line);
  });
  const take = (data: RawData, isBinary: boolean): void => {
    allowance -= 1;
    const text = textOf(data);
    const isTooLong = !proof.isOpen() && text.length > mostUnproven;
    if (allowance < 0 || isTooLong) return socket.close(tooMuch);
    const message = isBinary ? undefined : parseSignal(text);
    if (message === undefined) return;
    // Whoever opens and shuts a line has all topics told, and windows look for each other.
    if (message.type === 'proof') allowance -= proofCosts;
    const isHub = message.type === 'hub' || message.type === 'proof';
    if (!isHub) return takeSignal(message, line, topics, events);
    if (message.type === 'proof') return proof.hearMacs(message.macs);
    if (hub !== undefined) return;
    hub = message.id;
    port ??= message.port;
    proof.hearNonce(message.nonce);
    line.prove();
  };
  socket.on('message', (data: RawData, isBinary: boolean) => {
    watch.heard();
    try {
      take(data, isBinary);
    } catch {
      // Nothing that a stranger says may end the host: it costs the stranger its line.
      socket.terminate();
    }
  });
  line.send({ type: 'hub', id: ownId, nonce: proof.nonce, port: ownPort });
  return line;
}

/** What y-webrtc's clients say, too. */
function takeSignal(
  message: Exclude<Signal, { type: 'hub' | 'proof' }>,
  line: HubLine,
  topics: Set<string>,
  events: HubLineEvents,
): void {
  switch (message.type) {
    case 'subscribe': {
      const added = message.topics.filter((topic) => line.mayPass(topic) && !topics.has(topic));
      for (const topic of added) if (topics.size < mostTopics) topics.add(topic);
      if (added.length > 0) events.onSubscribe(added, line);
      return;
    }
    case 'unsubscribe':
      for (const topic of message.topics) topics.delete(topic);
      return;
    case 'publish':
      if (line.mayPass(message.topic)) events.onPublish(message, line);
      return;
    case 'ping':
      return line.send({ type: 'pong' });
    case 'pong':
      return undefined;
  }
}

/** Asks whoever is silent for a sign of life, and cuts off who gives none. */
function watchSilence(socket: WebSocket, onBeat: () => void) {
  let lastHeard = Date.now();
  const heard = (): void => {
    lastHeard = Date.now();
  };
  const beat = setInterval(() => {
    onBeat();
    const silence = Date.now() - lastHeard;
    if (silence > deadMs) return socket.terminate();
    // Whoever was asked just now knows as much as whoever asked.
    if (silence > freshMs) socket.ping();
  }, beatMs);
  beat.unref();
  socket.on('pong', heard);
  socket.on('ping', heard);
  return { heard, stop: () => clearInterval(beat) };
}

const textOf = (data: RawData): string =>
  Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data as Buffer).toString();
