// Runs in Chromium: pairs of our PeerConnection over real WebRTC, joined inside one page.

import { PeerConnection } from '../../../src-renderer/net/peer-connection.ts';
import { type CaseName, cases, type MakePair } from './cases.ts';

/** What goes wrong with two offers goes wrong now and then. */
const timesAtOnce = 30;

type Opened = {
  peer: PeerConnection;
  refuse: () => void;
  /** Ours and theirs, once the link is open. */
  fingerprints: () => readonly string[];
};

function openPeer(initiator: boolean, proves = true): Opened {
  let refuse = (): void => undefined;
  let seen: readonly string[] = [];
  const peer = new PeerConnection({
    initiator,
    iceServers: [],
    openLink: ({ fingerprints, onProven, onRefused }) => {
      seen = fingerprints;
      refuse = onRefused;
      if (proves) setTimeout(() => onProven('teammate'), 5);
      return { receive: () => undefined, close: () => undefined };
    },
  });
  return { peer, refuse: () => refuse(), fingerprints: () => seen };
}

const connected = (peer: PeerConnection): Promise<void> =>
  new Promise((resolve) => peer.on('connect', resolve));
const closed = (peer: PeerConnection): Promise<void> =>
  new Promise((resolve) => peer.on('close', resolve));

function join(a: PeerConnection, b: PeerConnection): void {
  a.on('signal', (signal) => b.signal(signal));
  b.on('signal', (signal) => a.signal(signal));
}

const pair: MakePair = async () => {
  const [{ peer: a }, { peer: b }] = [openPeer(true), openPeer(false)];
  join(a, b);
  await Promise.all([connected(a), connected(b)]);
  const side = (peer: PeerConnection) => ({
    send: (message: Uint8Array<ArrayBuffer>) => peer.send(message),
    onMessage: (listener: (message: Uint8Array) => void) => peer.on('data', listener),
    ...peer.load(),
  });
  return { a: side(a), b: side(b), close: () => a.destroy() };
};

const peerCases = {
  'who is refused never speaks to y-webrtc': async () => {
    const [a, b] = [openPeer(true, false), openPeer(false)];
    join(a.peer, b.peer);
    let heard = 0;
    a.peer.on('data', () => (heard += 1));
    await connected(b.peer);
    b.peer.send(new Uint8Array([1, 2, 3]));
    await new Promise((resolve) => setTimeout(resolve, 200));
    const gone = [closed(a.peer), closed(b.peer)];
    a.refuse();
    await Promise.all(gone);
    if (heard > 0 || a.peer.connected) throw new Error('it was listened to');
  },
  'the certificates are those that were shown, whatever a relay adds to the descriptions':
    async () => {
      const [a, b] = [openPeer(true), openPeer(false)];
      const forged = `sha-256 ${Array.from({ length: 32 }, () => 'FA').join(':')}`;
      const relay = (to: Opened) => (signal: Parameters<PeerConnection['signal']>[0]) => {
        if (!('sdp' in signal)) return to.peer.signal(signal);
        // Chromium keeps options that it does not know, and writes them before the fingerprint.
        const options = `a=ice-options:a=fingerprint:${forged}`;
        const sdp = (signal.sdp ?? '').replace(/^a=ice-options:.*$/m, options);
        to.peer.signal({ ...signal, sdp });
      };
      a.peer.on('signal', relay(b));
      b.peer.on('signal', relay(a));
      await Promise.all([connected(a.peer), connected(b.peer)]);
      const [ours = '', theirs = ''] = a.fingerprints();
      const mirrored = b.fingerprints().toReversed().join();
      a.peer.destroy();
      if (theirs === forged.toLowerCase()) throw new Error('the forged one was believed');
      if (ours === '' || ours === theirs || `${ours},${theirs}` !== mirrored)
        throw new Error('the two ends name different certificates');
    },
  'both begin at once: one offer gives way and they connect': async () => {
    for (let time = 0; time < timesAtOnce; time++) {
      const [{ peer: a }, { peer: b }] = [openPeer(true), openPeer(true)];
      // As y-webrtc decides by its token: b's offer counts, a's is not passed on.
      a.on('signal', (signal) => ('sdp' in signal && signal.type === 'offer') || b.signal(signal));
      b.on('signal', (signal) => a.signal(signal));
      await Promise.all([connected(a), connected(b)]);
      a.destroy();
    }
  },
  'a teammate who starts over ends the old connection': async () => {
    const [{ peer: a }, { peer: b }] = [openPeer(true), openPeer(false)];
    join(a, b);
    await Promise.all([connected(a), connected(b)]);
    const ended = closed(b);
    const { peer: second } = openPeer(true);
    second.on('signal', (signal) => b.signal(signal));
    await ended;
    second.destroy();
  },
  'broken descriptions and candidates end the connection and nothing else': async () => {
    const { peer } = openPeer(false);
    const ended = closed(peer);
    peer.on('error', () => undefined);
    peer.signal({ type: 'candidate', candidate: { candidate: 'nonsense', sdpMid: '0' } });
    peer.signal({ type: 'offer', sdp: 'v=0\r\nnonsense' });
    await ended;
  },
  'nobody at the other end: it gives up by itself': async () => {
    const { peer } = openPeer(true);
    await closed(peer);
  },
};

declare global {
  interface Window {
    runCase: (name: string) => Promise<void>;
    caseNames: string[];
  }
}
window.caseNames = [...Object.keys(cases), ...Object.keys(peerCases)];
window.runCase = (name) =>
  name in cases ? cases[name as CaseName](pair) : peerCases[name as keyof typeof peerCases]();
