// Who gets what a hub hears: everybody who subscribed to the topic, on this laptop and
// behind other hubs, each once, and no message further than a few hubs.

import { randomBytes } from 'node:crypto';

import type { HubLine } from './hub-line.ts';
import { createSeen } from './seen.ts';
import type { Published } from './signaling.ts';

type Listener = (data: unknown) => void;

export type HubRouter = {
  add: (line: HubLine) => void;
  remove: (line: HubLine) => void;
  lines: () => ReadonlySet<HubLine>;
  /** Passes on what came over a line; `from` undefined: it was said here. */
  spread: (message: Published, from: HubLine) => void;
  publish: (topic: string, data: string) => void;
  listen: (topic: string, listener: Listener) => () => void;
  /** Asks other hubs for more topics; `from`: who wants them. */
  subscribeOutward: (topics: readonly string[], from?: HubLine) => void;
  /** Asks this one for all that is wanted here and behind other lines. */
  subscribeAll: (line: HubLine) => void;
};

const mostHops = 5;
const mostRemembered = 4_000;
/** As many as one message may name. */
const mostNamed = 100;

export function createHubRouter(): HubRouter {
  const lines = new Set<HubLine>();
  const listeners = new Map<string, Set<Listener>>();
  const seen = createSeen(mostRemembered);

  const isWanted = (topic: string): boolean =>
    listeners.has(topic) || [...lines].some((line) => line.has(topic));
  const subscribeOutward = (topics: readonly string[], from?: HubLine): void => {
    for (const line of lines) if (line !== from) askFor(topics, line);
  };
  const sendOn = (message: Published, from?: HubLine): void => {
    for (const line of lines)
      if (line !== from && (line.has(message.topic) || isHeardBy(line, message.topic)))
        line.send({ ...message, type: 'publish', hops: message.hops + 1 });
  };

  return {
    add: (line) => lines.add(line),
    remove: (line) => lines.delete(line),
    lines: () => lines,
    spread: (message, from) => {
      const { topic, data, hops } = message;
      const id = message.id === '' ? newId() : message.id;
      if (!seen.add(id)) return;
      for (const hear of listeners.get(topic) ?? []) hear(data);
      if (hops < mostHops && isWanted(topic)) sendOn({ ...message, id }, from);
    },
    publish: (topic, data) => {
      const id = newId();
      seen.add(id);
      sendOn({ topic, data, id, hops: 0 });
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
    subscribeOutward,
    subscribeAll: (own) => {
      const all = new Set(listeners.keys());
      for (const line of lines) if (line !== own) for (const topic of line.topics()) all.add(topic);
      askFor([...all], own);
    },
  };
}

/** Those that may be spoken of there. Windows of this laptop are asked for nothing. */
function askFor(topics: readonly string[], line: HubLine): void {
  if (!line.isOutward && line.hub() === undefined) return;
  const allowed = topics.filter(line.mayPass);
  for (let at = 0; at < allowed.length; at += mostNamed)
    line.send({ type: 'subscribe', topics: allowed.slice(at, at + mostNamed) });
}

/** Who was dialled hears all that it may, before it has had time to ask. */
const isHeardBy = (line: HubLine, topic: string): boolean => line.isOutward && line.mayPass(topic);

const newId = (): string => randomBytes(12).toString('base64url');
