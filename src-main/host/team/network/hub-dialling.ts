// The lines this hub opens to other hubs: dialled again whenever they break, until they
// are taken back or nobody answers any more.

import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';

import { openSocket, portOf } from './address.ts';
import type { HubLine } from './hub-line.ts';
import type { Opens } from './hub-proof.ts';

export type HubDialling = {
  /** Once more with another `how`: that holds from now on. */
  link: (url: string, how?: Linking) => void;
  unlink: (url: string) => void;
  /** Addresses of the hubs whose line is open, whoever opened it. */
  linked: () => string[];
  /** All addresses that were not given up. */
  all: () => string[];
  /** A line has opened, closed or said whose it is: closes what is spare, dials what is missing. */
  review: () => void;
  stop: () => void;
};

export type HubDiallingNeeds = {
  mostBytes: number;
  /** The socket is open: makes a line of it. */
  onOpen: (
    socket: WebSocket,
    to: { address: string; port: number },
    trusted: () => Opens,
  ) => HubLine;
  onLinks: () => void;
  /** This hub has a line to us already, and it is the one to keep. */
  isSpare: (hub: Met) => boolean;
};

export type Linking = {
  /** The address is from a packet that anybody could have sent, not from a person. */
  isFound?: true;
  /** What may be said there to whoever answers: it is a server of the user's own. */
  trusted?: Opens;
};

type Slot = {
  /** How often in a row nobody may answer. */
  most: number;
  trusted: Opens;
  line?: HubLine;
  timer?: NodeJS.Timeout;
  failures: number;
  /** Who is there, while it is reached over the line that it opened itself. */
  metAs?: Met;
};

/** A hub's id and IP address. */
export type Met = { id: string; address: string };

const none: Opens = new Set();
const retryMs = 1_500;
const handshakeMs = 4_000;
/** A quarter of an hour for a hub that was here, or whose address a person gave. */
const mostFailures = 300;
/** What a packet from anybody says is believed for less long; a hub that is there says so again. */
const mostFailuresOfFound = 3;

export function createHubDialling(needs: HubDiallingNeeds): HubDialling {
  const slots = new Map<string, Slot>();
  let isStopped = false;

  const dial = (url: string): void => {
    const slot = slots.get(url);
    if (slot === undefined || isStopped) return;
    const isStale = (): boolean => slots.get(url) !== slot || isStopped;
    const options = { maxPayload: needs.mostBytes, handshakeTimeout: handshakeMs };
    const socket = openSocket(url, options);
    // A socket's error is always followed by its close.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (!isStale()) dialLater(url, slot);
    });
    let address = '';
    socket.on('upgrade', (response) => {
      address = addressOf(response.socket);
    });
    socket.on('open', () => {
      if (isStale()) return socket.terminate();
      slot.line = needs.onOpen(socket, { address, port: portOf(url) }, () => slot.trusted);
      if (!slot.line.isOpen()) return;
      slot.failures = 0;
      needs.onLinks();
    });
  };
  const dialLater = (url: string, slot: Slot): void => {
    delete slot.line;
    clearTimeout(slot.timer);
    if (slot.metAs !== undefined) return;
    slot.failures += 1;
    if (slot.failures >= slot.most) return void slots.delete(url);
    slot.timer = setTimeout(() => dial(url), retryMs);
  };

  return {
    link: (url, { isFound, trusted = none } = {}) => {
      const known = slots.get(url);
      const most = isFound === true ? mostFailuresOfFound : mostFailures;
      if (known === undefined) {
        slots.set(url, { most, trusted, failures: 0 });
        return dial(url);
      }
      known.most = Math.max(known.most, most);
      if (isFound !== true) known.trusted = trusted;
    },
    unlink: (url) => {
      const slot = slots.get(url);
      slots.delete(url);
      clearTimeout(slot?.timer);
      slot?.line?.close();
    },
    linked: () =>
      [...slots].flatMap(([url, { line, metAs }]) =>
        line?.isOpen() === true || metAs !== undefined ? [url] : [],
      ),
    all: () => [...slots.keys()],
    review: () => {
      for (const [url, slot] of slots) {
        const hub = slot.metAs ?? metOver(slot.line);
        if (hub === undefined) continue;
        slot.failures = 0;
        slot.most = mostFailures;
        if (needs.isSpare(hub)) {
          slot.metAs = hub;
          slot.line?.close();
        } else if (slot.metAs !== undefined) {
          delete slot.metAs;
          dialLater(url, slot);
        }
      }
    },
    stop: () => {
      isStopped = true;
      for (const { timer } of slots.values()) clearTimeout(timer);
    },
  };
}

function metOver(line: HubLine | undefined): Met | undefined {
  const id = line?.hub();
  return id === undefined || line === undefined ? undefined : { id, address: line.address };
}

/** IPv4 as such, also where it comes in as IPv6 (RFC 4291, 2.5.5.2). */
export const addressOf = ({ remoteAddress = '' }: Socket): string =>
  remoteAddress.replace(/^::ffff:/u, '');
