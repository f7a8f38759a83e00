// The packets of mDNS (RFC 6762) as far as hubs are concerned. Anybody in the network can
// send them: each is read once from front to back, and none is answered more than a few times.

import { createTries } from './tries.ts';

/** What one packet says of one hub. */
export type Heard = { name: string; port: number; txt: ReadonlyMap<string, string> };

type Question = { name: string; type: string };
type Answer = { name: string; type: string; ttl?: number; data: unknown };
type Query = { questions: Question[] };
export type Response = { answers: Answer[]; additionals: Answer[] };

/** The part of multicast-dns that is used here, which has no types of its own. */
export type Mdns = {
  query: (name: string, type: 'PTR') => void;
  on(event: 'query', hear: (query: Query) => void): void;
  on(event: 'response', hear: (response: Response, from: { address: string }) => void): void;
  listeners: (event: 'query') => ((query: Query) => void)[];
  removeAllListeners: (event: 'query') => void;
};

const service = '_rapport._tcp.local';
const mostHubs = 8;
const mostQuestions = 4;
/** All in the network hear an answer, whoever has asked. */
const mostAnswered = 5;

export const askForHubs = (mdns: Mdns): void => mdns.query(service, 'PTR');

/** Answers what is asked about hubs, a few times a second. */
export function answerFew(mdns: Mdns): void {
  const tries = createTries(mostAnswered, mostAnswered, 1_000);
  const [answer] = mdns.listeners('query');
  mdns.removeAllListeners('query');
  mdns.on('query', (query) => {
    const questions = query.questions.filter(({ name }) => isOfHubs(name));
    if (questions.length === 0 || !tries.may('')) return;
    answer?.({ ...query, questions: questions.slice(0, mostQuestions) });
  });
}

export function hubsIn({ answers, additionals }: Response): Heard[] {
  const ports = new Map<string, number>();
  const texts = new Map<string, ReadonlyMap<string, string>>();
  for (const { name, type, ttl, data } of [...answers, ...additionals]) {
    if (ttl === 0 || !isOfHubs(name)) continue;
    if (type === 'SRV' && ports.size < mostHubs) ports.set(name, portIn(data));
    if (type === 'TXT' && texts.size < mostHubs) texts.set(name, textIn(data));
  }
  return [...ports].flatMap(([name, port]) => {
    const txt = texts.get(name);
    const isPort = Number.isInteger(port) && port >= 1;
    return txt === undefined || !isPort
      ? []
      : [{ name: name.slice(0, -service.length - 1), port, txt }];
  });
}

const isOfHubs = (name: string): boolean => name.endsWith(service);

const portIn = (data: unknown): number => (data as { port?: number }).port ?? 0;

/** Lines of `key=value` (RFC 6763, 6.3). */
function textIn(data: unknown): ReadonlyMap<string, string> {
  const lines = [data].flat().map(String);
  return new Map(
    lines.map((line) => {
      const [key = '', ...rest] = line.split('=');
      return [key, rest.join('=')] as const;
    }),
  );
}
