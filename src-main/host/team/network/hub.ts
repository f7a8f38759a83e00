// The hub: a WebSocket server that speaks y-webrtc's signaling messages (subscribe,
// unsubscribe, publish, ping) and is linked to teammates' hubs as their client. What is
// published in a topic reaches everybody who subscribed to it, here and behind other
// hubs. It relays sealed text and knows no secret of it. Other hubs prove first that they
// hold a key that this one holds, too.

import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

import { addressIn, urlOf } from './address.ts';
import { createHubLine, type HubLine, type HubLineEvents } from './hub-line.ts';
import { addressOf, createHubDialling, type Linking, type Met } from './hub-dialling.ts';
import type { HubKey, Opens } from './hub-proof.ts';
import { mayEnter, openDoor } from './hub-door.ts';
import { closeServer, listenOn, portOf } from './hub-listening.ts';
import { createHubRouter, type HubRouter } from './hub-router.ts';
import { isNear } from './own-networks.ts';
import { readSignal } from './signaling.ts';

export type Hub = {
  port: number;
  /** Tells this opening from others of the same process. */
  number: number;
  /** A window of this laptop; `hear` gets what it subscribed to. */
  local: (hear: (message: object) => void) => LocalLine;
  /** Hears what is published in a topic, by anybody. Returns a function that stops listening. */
  listen: (topic: string, listener: (data: unknown) => void) => () => void;
  publish: (topic: string, data: string) => void;
  /** Joins another hub; again whenever the line breaks, until `unlink` or nobody answers. */
  link: (url: string, how?: Linking) => void;
  unlink: (url: string) => void;
  /** Addresses of the hubs whose line is open. */
  linked: () => string[];
  /** Addresses that are dialled or linked. */
  dialled: () => string[];
  /** IP addresses at the other ends of the team's lines, whoever opened them. */
  teammates: () => string[];
  /** How many lines there are, whoever opened them. */
  lines: () => number;
  /** The keys have changed. */
  rekey: () => void;
  close: () => Promise<void>;
};

export type LocalLine = { say: (message: unknown) => void; close: () => void };

export type HubOptions = {
  /** 0 for any free one; where the wanted one is taken, any other is used. */
  port: number;
  host?: string;
  /** A hub is linked once it has proven that it holds one of them, too. */
  keys: () => readonly HubKey[];
  /** A line to another hub has opened or closed. */
  onLinks: () => void;
  /** A hub of the team has proven itself, which can be dialled there: `host:port`. */
  onMet?: (address: string) => void;
  /** A line of the team has ended. */
  onLost?: () => void;
};

let openings = 0;
const none: Opens = new Set();

const mostBytes = 4 * 1024 * 1024;

export async function openHub(options: HubOptions): Promise<Hub> {
  const server = openDoor();
  const sockets = openSockets(server);
  const router = createHubRouter();
  const ownId = randomBytes(9).toString('base64url');

  const events: HubLineEvents = {
    onPublish: router.spread,
    onSubscribe: router.subscribeOutward,
    onOpens: (own) => {
      router.subscribeAll(own);
      dialling.review();
      options.onLinks();
      const where = dialledAs(own);
      if (where !== undefined) options.onMet?.(where);
    },
    onClose: (own) => {
      router.remove(own);
      dialling.review();
      if (own.isOutward) options.onLinks();
      if (own.isTeams()) options.onLost?.();
    },
  };
  const accept = (
    socket: WebSocket,
    { address, dialled }: { address: string; dialled?: number },
    trusted: () => Opens = () => none,
  ): HubLine => {
    const isOutward = dialled !== undefined;
    const own = { ownId, ownPort: portOf(server), keys: options.keys };
    const line = createHubLine(socket, { isOutward, address, dialled, trusted, ...own }, events);
    router.add(line);
    return line;
  };
  const dialling = createHubDialling({
    mostBytes,
    onLinks: options.onLinks,
    onOpen: (socket, { address, port }, trusted) => {
      const line = accept(socket, { address, dialled: port }, trusted);
      router.subscribeAll(line);
      return line;
    },
    isSpare: (met) => isSpare(met, ownId, router),
  });
  sockets.on('connection', (socket, request) => {
    const address = addressOf(request.socket);
    if (!isNear(address) || !mayEnter(router.lines(), address)) return socket.terminate();
    accept(socket, { address });
  });
  await listenOn(server, options);
  openings += 1;
  return {
    port: portOf(server),
    number: openings,
    local: (hear) => openLocalLine(router, hear),
    listen: router.listen,
    publish: router.publish,
    link: dialling.link,
    unlink: dialling.unlink,
    linked: dialling.linked,
    dialled: dialling.all,
    teammates: () => teammatesOf(router),
    lines: () => router.lines().size,
    rekey: () => {
      for (const line of router.lines()) line.prove();
      dialling.review();
    },
    close: async () => {
      dialling.stop();
      for (const line of router.lines()) line.close();
      sockets.close();
      await closeServer(server);
    },
  };
}

function openSockets(server: Server): WebSocketServer {
  // Browsers name the page that asks; hubs are no page, and no page is to reach a hub.
  const verifyClient = ({ origin }: { origin?: string }): boolean => origin === undefined;
  const sockets = new WebSocketServer({ server, maxPayload: mostBytes, verifyClient });
  // Errors of the server itself are handled where it listens.
  sockets.on('error', () => undefined);
  return sockets;
}

/**
 * Two hubs that dialled each other keep the line of the smaller id. A stranger could say the id of
 * a hub, but not from its address.
 */
function isSpare({ id, address }: Met, ownId: string, router: HubRouter): boolean {
  const isTheirs = (line: HubLine): boolean =>
    !line.isOutward && line.hub() === id && line.address === address;
  return id === ownId || (id < ownId && [...router.lines()].some(isTheirs));
}

/** Where a hub of the team can be dialled; undefined for others, and while it is not known. */
function dialledAs(line: HubLine): string | undefined {
  const port = line.port();
  return line.isTeams() && port !== undefined ? addressIn(urlOf(line.address, port)) : undefined;
}

const teammatesOf = (router: HubRouter): string[] =>
  [...router.lines()].flatMap((line) =>
    line.isTeams() && line.address !== '' ? [line.address] : [],
  );

/** A window of this laptop is one more subscriber. */
function openLocalLine(router: HubRouter, hear: (message: object) => void): LocalLine {
  const topics = new Set<string>();
  const line: HubLine = {
    isOutward: false,
    hub: () => undefined,
    isOpen: () => true,
    isTeams: () => true,
    mayPass: () => true,
    prove: () => undefined,
    address: '',
    port: () => undefined,
    has: (topic) => topics.has(topic),
    topics: () => topics,
    send: hear,
    close: () => undefined,
  };
  router.add(line);
  return {
    say: (raw) => {
      const message = readSignal(raw);
      // It is new: whatever id a window gives it.
      if (message?.type === 'publish') router.spread({ ...message, id: '' }, line);
      if (message?.type === 'unsubscribe') for (const one of message.topics) topics.delete(one);
      if (message?.type !== 'subscribe') return;
      for (const topic of message.topics) topics.add(topic);
      router.subscribeOutward(message.topics, line);
    },
    close: () => router.remove(line),
  };
}
