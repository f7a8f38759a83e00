// This window's place in the team's mesh: y-webrtc finds and keeps connections to
// teammates' windows and carries who is here; the links of those connections join the
// hosts.

import type { Awareness } from 'y-protocols/awareness';
import { WebrtcProvider } from 'y-webrtc';
import * as Y from 'yjs';

import type { NetConfig } from '../../src-shared/bridge/team-types.ts';
import type { HostConnection } from '../host/connection.ts';
import { hubAddress } from './hub-socket.ts';
import type { HostLink, PeerConnection, PeerConnectionOptions } from './peer-connection.ts';
import { Presence } from './presence.ts';

export type Mesh = {
  awareness: Awareness;
  /** Lets teammates hear of this window now. */
  meet: () => void;
  /** The network has changed: ends connections that have gone silent. */
  doubt: () => void;
  /** How many windows this one is connected to. */
  connected: () => number;
  close: () => void;
};

export type LinkOpener = PeerConnectionOptions['openLink'];

const announceEvery = 5_000;
/** Once nothing has changed for a minute only so many of those turns are used. */
const restlessTurns = 12;
const calmEvery = 15;
const countEvery = 3_000;

/** Links between this window's host and teammates' hosts, by the connections of all rooms. */
export function createLinkOpener(
  host: HostConnection,
  epoch: string,
  purpose: 'records' | 'note',
): { open: LinkOpener; close: () => void } {
  type Open = Parameters<LinkOpener>[0];
  const links = new Map<string, Open>();
  const stops = [
    host.on('link.out', ({ link, bytes }) => links.get(link)?.send(bytes)),
    host.on('link.state', ({ link, device }) => {
      if (device !== null) return links.get(link)?.onProven(device);
      const gone = links.get(link);
      links.delete(link);
      gone?.onRefused();
    }),
  ];
  const open = (one: Open): HostLink => {
    const link = crypto.randomUUID();
    links.set(link, one);
    void host.request('link.open', { link, fingerprints: one.fingerprints, epoch, purpose });
    return {
      receive: (bytes) => void host.request('link.in', { link, bytes }),
      close: () => {
        if (links.delete(link)) void host.request('link.close', { link });
      },
    };
  };
  return { open, close: () => stops.forEach((stop) => stop()) };
}

/** Joins a room of the team under the current epoch's key. */
export function joinRoom(
  host: HostConnection,
  config: NetConfig,
  room: string,
  doc: Y.Doc,
  openLink: LinkOpener,
  awareness: Awareness,
): Mesh {
  const provider = new WebrtcProvider(room, doc, {
    // Never a public one: y-webrtc's and simple-peer's own defaults are replaced here.
    signaling: [hubAddress(host, config.hub)],
    password: config.password,
    awareness,
    maxConns: 32,
    filterBcConns: true,
    peerOpts: { iceServers: config.iceServers, openLink },
  });
  const meet = (): void => {
    for (const connection of provider.signalingConns) {
      // Its own listener on this subscribes and announces, which is all we want.
      if (connection.connected) connection.emit('connect', []);
    }
  };
  const doubt = (): void => {
    for (const { peer } of provider.room?.webrtcConns.values() ?? [])
      (peer as PeerConnection).doubt();
  };
  const connected = (): number =>
    [...(provider.room?.webrtcConns.values() ?? [])].filter((one) => one.connected).length;
  // A newcomer announces itself at once; whoever has been here for long does so now and then.
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
    if (turns <= restlessTurns || turns % calmEvery === 0) meet();
  }, announceEvery);
  const stir = (): void => {
    turns = 0;
  };
  provider.on('peers', stir);
  return {
    awareness,
    meet: () => {
      stir();
      meet();
    },
    doubt,
    connected,
    close: () => {
      clearInterval(timer);
      provider.disconnect();
      provider.destroy();
    },
  };
}

export function joinMesh(config: NetConfig, host: HostConnection): Mesh {
  const links = createLinkOpener(host, config.epoch, 'records');
  const doc = new Y.Doc();
  const presence = new Presence(doc);
  const mesh = joinRoom(host, config, config.room, doc, links.open, presence);
  const { device, memberName, colour } = config;
  presence.setLocalState({ device, user: { name: memberName, color: colour } });
  const count = (): void => presence.connectedTo(mesh.connected());
  const counting = setInterval(count, countEvery);
  const stopMeeting = host.on('net.meet', ({ isMoved }) => {
    if (isMoved) mesh.doubt();
    mesh.meet();
  });
  return {
    ...mesh,
    close: () => {
      stopMeeting();
      clearInterval(counting);
      mesh.close();
      presence.destroy();
      links.close();
      doc.destroy();
    },
  };
}
