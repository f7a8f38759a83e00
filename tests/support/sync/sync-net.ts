// Laptops that exchange records over links which lose, double, delay and cut. Nothing
// sleeps: the net delivers one message at a time, chosen by the seed.

import { createExchange, type Exchange } from '../../../src-shared/sync/exchange.ts';
import { parseMessage } from '../../../src-shared/sync/messages.ts';
import type { Session } from '../../../src-shared/sync/session.ts';
import type { Replica } from './replica.ts';
import { throughVersionOne } from './version-one.ts';

type Wire = { from: number; to: number };
type Letter = Wire & { text: string };
export type Weather = { lose: number; double: number; reorder: number };

export type SyncNet = {
  connect: (a: number, b: number) => void;
  cut: (a: number, b: number) => void;
  isConnected: (a: number, b: number) => boolean;
  /** Delivers up to `count` messages in the given weather. */
  deliver: (count: number, weather: Weather) => Promise<void>;
  /** The laptop's process ended and began again. */
  restart: (at: number) => void;
  /** Delivers faithfully until nobody has anything to say. */
  settle: () => Promise<void>;
  /** Delivers faithfully what is said, without asking anybody to say it again. */
  rest: () => Promise<void>;
  /** Asks each connected pair to compare, and repairs until all agree. */
  compareAll: () => Promise<void>;
  exchange: (at: number) => Exchange;
  /** Laptops that run the first version of the exchange. */
  earlier: Set<number>;
  /** Everything that was ever sent, as it went over the wire. */
  spoken: string[];
};

export function openSyncNet(replicas: Replica[], random: () => number): SyncNet {
  const spoken: string[] = [];
  const earlier = new Set<number>();
  let letters: Letter[] = [];
  const bugs: unknown[] = [];
  const sessions = new Map<string, Session>();
  const key = ({ from, to }: Wire): string => `${from}>${to}`;
  const open = (at: number): Exchange => {
    const replica = replicas[at] as Replica;
    return createExchange({
      store: replica.store,
      epoch: `epoch-${replica.name}`,
      context: () => (replicas[at] as Replica).context,
      onChange: () => undefined,
      onVerdict: () => undefined,
      later: (work) => queueMicrotask(work),
      onBug: (error) => bugs.push(error),
    });
  };
  const exchanges = replicas.map((_, at) => open(at));

  const begin = (from: number, to: number): void => {
    const session = (exchanges[from] as Exchange).join((replicas[to] as Replica).name, {
      send: (message) => {
        const text = JSON.stringify(message);
        spoken.push(text);
        if (sessions.has(key({ from, to }))) letters.push({ from, to, text });
      },
      close: () => net.cut(from, to),
    });
    sessions.set(key({ from, to }), session);
  };
  const end = (from: number, to: number): void => {
    sessions.get(key({ from, to }))?.close();
    sessions.delete(key({ from, to }));
    letters = letters.filter((letter) => letter.from !== from || letter.to !== to);
  };
  const hand = ({ from, to, text }: Letter): void => {
    const raw: unknown = JSON.parse(text);
    const isEarlier = earlier.has(from) || earlier.has(to);
    const message = isEarlier ? throughVersionOne(raw) : parseMessage(raw);
    if (message === undefined) throw new Error(`not understood: ${text}`);
    sessions.get(key({ from: to, to: from }))?.receive(message);
  };
  /** Lets everything that was begun come to its next message. */
  const rest = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
  };
  const quiet = async (): Promise<void> => {
    for (let still = 0; still < 2;) {
      await rest();
      if (letters.length === 0) still += 1;
      else still = 0;
      for (const letter of letters.splice(0)) hand(letter);
    }
    if (bugs.length > 0) throw new Error('a session failed', { cause: bugs[0] });
  };

  const net: SyncNet = {
    spoken,
    earlier,
    rest: quiet,
    exchange: (at) => exchanges[at] as Exchange,
    isConnected: (a, b) => sessions.has(key({ from: a, to: b })),
    connect: (a, b) => {
      if (a === b || net.isConnected(a, b)) return;
      begin(a, b);
      begin(b, a);
    },
    cut: (a, b) => {
      end(a, b);
      end(b, a);
    },
    deliver: async (count, weather) => {
      for (let left = count; left > 0; left--) {
        await rest();
        if (letters.length === 0) return;
        const at = random() < weather.reorder ? Math.floor(random() * letters.length) : 0;
        const [letter] = letters.splice(at, 1);
        if (letter === undefined || random() < weather.lose) continue;
        hand(letter);
        if (random() < weather.double) letters.push(letter);
      }
    },
    restart: (at) => {
      for (let other = 0; other < replicas.length; other++) net.cut(at, other);
      exchanges[at]?.close();
      exchanges[at] = open(at);
    },
    settle: async () => {
      for (const session of sessions.values()) session.nudge();
      await quiet();
    },
    compareAll: async () => {
      for (let round = 0; round < 20; round++) {
        for (const session of sessions.values()) await session.compare();
        await quiet();
        const all = exchanges.flatMap((one) => [...one.peers.values()]);
        if (all.every(({ status }) => !status.differs)) return;
      }
      throw new Error('laptops do not come to agree');
    },
  };
  return net;
}
