// Finds teammates' hubs by mDNS/DNS-SD (RFC 6762, 6763) on every network this machine
// is in: Wi-Fi, cable, VPN. What is announced is a random name, a port and keyed tags:
// who does not hold a team's key learns that Rapport runs here and nothing else. The
// name is new after every change of network and every sleep.

import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { Bonjour } from 'bonjour-service';

import { answerFew, askForHubs, type Heard, hubsIn, type Mdns } from './mdns.ts';
import { urlOf } from './address.ts';
import { type OwnPlace, ownAddresses, ownPlaces } from './own-networks.ts';

export type Found = {
  name: string;
  tags: string[];
  url: string;
  /** It speaks another version of what hubs say to each other: no line can come of it. */
  isOtherVersion: boolean;
};

export type Discovery = {
  /** Random name of this hub as announced now. */
  name: () => string;
  /** Announces the tags as they are now, in the networks as they are now. */
  announce: () => void;
  /** Asks who is there. */
  ask: () => void;
  /** Addresses of this machine in its networks. */
  addresses: () => string[];
  /** Why nothing can be announced; undefined while all is well. */
  trouble: () => string | undefined;
  close: () => void;
};

export type DiscoveryOptions = {
  port: number;
  /** Keyed by the hub's name, so that they say nothing the next time. */
  tags: (name: string) => string[];
  onFound: (found: Found) => void;
};

const serviceType = 'rapport';
const hubVersion = '2';
const askMs = 10_000;
/** Whoever arrives says so: after a minute only a lost packet has to be made up for. */
const restlessTurns = 6;
const calmEvery = 6;
const mostTags = 12;

export function startDiscovery(options: DiscoveryOptions): Discovery {
  let name = newName();
  let addresses = ownAddresses();
  let trouble: string | undefined;
  let responders: Bonjour[] = [];
  let turns = 0;

  const start = (): void => {
    trouble = undefined;
    turns = 0;
    responders = ownPlaces().map((place) => {
      // Its options are multicast-dns's, which its types do not say.
      const responder = new Bonjour(multicastIn(place) as never, (error: Error) => {
        trouble = error.message;
      });
      const txt = { v: hubVersion, t: options.tags(name).slice(0, mostTags).join(',') };
      const host = `${name}.local`;
      const config = { name, type: serviceType, port: options.port, host, txt, probe: false };
      responder.publish({ ...config, disableIPv6: true });
      const mdns = mdnsOf(responder);
      answerFew(mdns);
      mdns.on('response', (response, { address: from }) => {
        for (const heard of hubsIn(response)) found(heard, from);
      });
      askForHubs(mdns);
      return responder;
    });
  };
  const stop = (): void => {
    for (const responder of responders) {
      responder.unpublishAll(() => responder.destroy());
    }
    responders = [];
  };
  const found = ({ name: whose, port, txt }: Heard, from: string): void => {
    const said = txt.get('t');
    if (whose === name || said === undefined) return;
    // This hub itself, still remembered under an earlier name.
    if (port === options.port && addresses.includes(from)) return;
    const tags = said.split(',').slice(0, mostTags);
    const isOtherVersion = txt.get('v') !== hubVersion;
    options.onFound({ name: whose, tags, url: urlOf(from, port), isOtherVersion });
  };
  const restart = (): void => {
    stop();
    name = newName();
    addresses = ownAddresses();
    start();
  };
  const ask = (): void => {
    for (const responder of responders) askForHubs(mdnsOf(responder));
  };
  const timer = setInterval(() => {
    turns += 1;
    if (turns <= restlessTurns || turns % calmEvery === 0) ask();
  }, askMs);
  timer.unref();
  start();

  return {
    name: () => name,
    announce: restart,
    ask,
    addresses: () => addresses,
    trouble: () => (addresses.length === 0 ? 'no-network' : trouble),
    close: () => {
      clearInterval(timer);
      stop();
    },
  };
}

function multicastIn(place: OwnPlace): object {
  if (place.family === 'IPv4') return { interface: place.address, bind: '0.0.0.0' };
  const socket = createSocket({ type: 'udp6', reuseAddr: true, ipv6Only: true });
  return { type: 'udp6', ip: 'ff02::fb', interface: `::%${place.zone}`, bind: '::', socket };
}

/** Bonjour's own browser compares each record of a packet with each other, and keeps all names. */
const mdnsOf = (responder: Bonjour): Mdns =>
  (responder as unknown as { server: { mdns: Mdns } }).server.mdns;

const newName = (): string => randomBytes(8).toString('hex');
