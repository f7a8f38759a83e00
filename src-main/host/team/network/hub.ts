// The hub: a WebSocket server that speaks y-webrtc's signaling messages (subscribe,
// unsubscribe, publish, ping) and is linked to teammates' hubs as their client. What is
// published in a topic reaches everybody who subscribed to it, here and behind other
// hubs. It relays sealed text and knows no secret of it.

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';

import { createHubLine, type HubLine } from './hub-line.ts';
import { createSeen } from './seen.ts';
import { type Published, readSignal } from './signaling.ts';

export type Hub = {
  port: number;
  /** Tells this opening from others of the same process. */
  number: number;
  /** A window of this laptop; `hear` gets what it subscribed to. */
  local: (hear: (message: object) => void) => LocalLine;
  /** Hears what is published in a topic, by anybody. Returns a function that stops listening. */
  listen: (topic: string, listener: (data: unknown) => void) => () => void;
  publish: (topic: string, data: unknown) => void;
  /** Joins another hub; again whenever the line breaks, until `unlink`. */
  link: (url: string) => void;
  unlink: (url: string) => void;
  /** Addresses of the hubs whose line is open. */
  linked: () => string[];
  close: () => Promise<void>;
};

export type LocalLine = { say: (message: unknown) => void; close: () => void };

export type HubOptions = {
  /** 0 for any free one; where the wanted one is taken, any other is used. */
  port: number;
  host?: string;
  /** A line to another hub has opened or closed. */
  onLinks: () => void;
};

let openings = 0;

const mostConnections = 64;
const mostBytes = 4 * 1024 * 1024;
const mostHops = 5;
const retryMs = 1_500;
const mostFailures = 300;

export async function openHub(options: HubOptions): Promise<Hub> {
  const server = createServer((_request, response) => response.writeHead(426).end());
  const sockets = new WebSocketServer({ server, maxPayload: mostBytes });
  // What goes wrong with the server itself is told by `listen` below.
  sockets.on('error', () => undefined);
  const lines = new Set<HubLine>();
  const listeners = new Map<string, Set<(data: unknown) => void>>();
  const outward = new Map<string, { line?: HubLine; timer?: NodeJS.Timeout; failures: number }>();
  const seen = createSeen(4_000);
  let isClosed = false;

  const isWanted = (topic: string): boolean =>
    listeners.has(topic) || [...lines].some((line) => !line.isOutward && line.has(topic));

  const spread = (message: Published, from: HubLine | undefined): void => {
    const { topic, data, id, hops } = message;
    if (!seen.add(id)) return;
    if (from !== undefined) for (const hear of listeners.get(topic) ?? []) hear(data);
    if (hops >= mostHops || !isWanted(topic)) return;
    for (const line of lines) {
      if (line === from || !(line.isOutward || line.has(topic))) continue;
      line.send({ type: 'publish', topic, data, id, hops: hops + 1 });
    }
  };
  const subscribeOutward = (topics: readonly string[]): void => {
    for (const line of lines) if (line.isOutward) line.send({ type: 'subscribe', topics });
  };
  const accept = (socket: WebSocket, isOutward: boolean): HubLine => {
    const line = createHubLine(socket, isOutward, {
      onPublish: (message, own) =>
        spread({ ...message, id: message.id === '' ? newId() : message.id }, own),
      onSubscribe: (topics) => subscribeOutward(topics),
      onClose: (own) => {
        lines.delete(own);
        if (own.isOutward) options.onLinks();
      },
    });
    lines.add(line);
    return line;
  };
  const dial = (url: string): void => {
    const slot = outward.get(url);
    if (slot === undefined || isClosed) return;
    const socket = new WebSocket(url, { maxPayload: mostBytes, handshakeTimeout: 4_000 });
    const again = (): void => {
      if (outward.get(url) !== slot || isClosed) return;
      delete slot.line;
      clearTimeout(slot.timer);
      slot.failures += 1;
      // An address nobody has had for a quarter of an hour is found again if it comes back.
      if (slot.failures > mostFailures) return void outward.delete(url);
      slot.timer = setTimeout(() => dial(url), retryMs);
    };
    socket.on('error', () => undefined);
    socket.on('close', again);
    socket.on('open', () => {
      if (outward.get(url) !== slot || isClosed) return socket.terminate();
      slot.failures = 0;
      slot.line = accept(socket, true);
      const topics = new Set(listeners.keys());
      for (const line of lines)
        if (!line.isOutward) for (const topic of line.topics()) topics.add(topic);
      slot.line.send({ type: 'subscribe', topics: [...topics] });
      options.onLinks();
    });
  };

  sockets.on('connection', (socket) => {
    if (lines.size >= mostConnections) return socket.terminate();
    accept(socket, false);
  });
  await listenOn(server, options);
  openings += 1;
  return {
    port: portOf(server),
    number: openings,
    local: (hear) => {
      const topics = new Set<string>();
      const line: HubLine = {
        isOutward: false,
        has: (topic) => topics.has(topic),
        topics: () => topics,
        send: hear,
        close: () => undefined,
      };
      lines.add(line);
      return {
        say: (raw) => {
          const message = readSignal(raw);
          if (message?.type === 'publish') spread({ ...message, id: newId() }, line);
          if (message?.type === 'unsubscribe') for (const one of message.topics) topics.delete(one);
          if (message?.type !== 'subscribe') return;
          for (const topic of message.topics) topics.add(topic);
          subscribeOutward(message.topics);
        },
        close: () => void lines.delete(line),
      };
    },
    listen: (topic, listener) => {
      const known = listeners.get(topic) ?? new Set();
      listeners.set(topic, known.add(listener));
      subscribeOutward([topic]);
      return () => {
        known.delete(listener);
        if (known.size === 0) listeners.delete(topic);
      };
    },
    publish: (topic, data) => {
      const id = newId();
      seen.add(id);
      for (const line of lines) {
        if (line.isOutward || line.has(topic))
          line.send({ type: 'publish', topic, data, id, hops: 1 });
      }
    },
    link: (url) => {
      if (outward.has(url)) return;
      outward.set(url, { failures: 0 });
      dial(url);
    },
    unlink: (url) => {
      const slot = outward.get(url);
      outward.delete(url);
      clearTimeout(slot?.timer);
      slot?.line?.close();
    },
    linked: () => [...outward].flatMap(([url, { line }]) => (line === undefined ? [] : [url])),
    close: async () => {
      isClosed = true;
      for (const { timer } of outward.values()) clearTimeout(timer);
      for (const line of lines) line.close();
      const closed = once(server, 'close');
      sockets.close();
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const newId = (): string => randomBytes(12).toString('base64url');

async function listenOn(server: Server, { port, host = '0.0.0.0' }: HubOptions): Promise<void> {
  const listening = (wanted: number): Promise<boolean> =>
    new Promise((resolve, reject) => {
      const refused = (error: NodeJS.ErrnoException): void => {
        if (wanted !== 0 && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
          resolve(false);
        else reject(error);
      };
      server.once('error', refused);
      server.listen(wanted, host, () => {
        server.off('error', refused);
        resolve(true);
      });
    });
  if (!(await listening(port))) await listening(0);
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the hub has no address');
  return address.port;
}
