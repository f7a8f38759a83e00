// The lines this hub opens to other hubs: dialled again whenever they break, until they
// are taken back or nobody has answered for a quarter of an hour.

import { WebSocket } from 'ws';

import type { HubLine } from './hub-line.ts';

export type HubDialling = {
  link: (url: string) => void;
  unlink: (url: string) => void;
  /** Addresses of the hubs whose line is open. */
  linked: () => string[];
  stop: () => void;
};

export type HubDiallingNeeds = {
  mostBytes: number;
  /** The socket is open: makes a line of it. */
  onOpen: (socket: WebSocket) => HubLine;
  onLinks: () => void;
};

type Slot = { line?: HubLine; timer?: NodeJS.Timeout; failures: number };

const retryMs = 1_500;
const handshakeMs = 4_000;
/** An address nobody has had for a quarter of an hour is found again if it comes back. */
const mostFailures = 300;

export function createHubDialling(needs: HubDiallingNeeds): HubDialling {
  const slots = new Map<string, Slot>();
  let isStopped = false;

  const dial = (url: string): void => {
    const slot = slots.get(url);
    if (slot === undefined || isStopped) return;
    const isStale = (): boolean => slots.get(url) !== slot || isStopped;
    const options = { maxPayload: needs.mostBytes, handshakeTimeout: handshakeMs };
    const socket = new WebSocket(url, options);
    // A socket's error is always followed by its close.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (!isStale()) dialLater(url, slot);
    });
    socket.on('open', () => {
      if (isStale()) return socket.terminate();
      slot.failures = 0;
      slot.line = needs.onOpen(socket);
      needs.onLinks();
    });
  };
  const dialLater = (url: string, slot: Slot): void => {
    delete slot.line;
    clearTimeout(slot.timer);
    slot.failures += 1;
    if (slot.failures > mostFailures) return void slots.delete(url);
    slot.timer = setTimeout(() => dial(url), retryMs);
  };

  return {
    link: (url) => {
      if (slots.has(url)) return;
      slots.set(url, { failures: 0 });
      dial(url);
    },
    unlink: (url) => {
      const slot = slots.get(url);
      slots.delete(url);
      clearTimeout(slot?.timer);
      slot?.line?.close();
    },
    linked: () => [...slots].flatMap(([url, { line }]) => (line === undefined ? [] : [url])),
    stop: () => {
      isStopped = true;
      for (const { timer } of slots.values()) clearTimeout(timer);
    },
  };
}
