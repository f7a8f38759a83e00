// The least that a team can cost: stock y-webrtc with an empty document and each one's
// presence. Once everybody is connected the signaling server is left.

import { WebrtcProvider } from 'y-webrtc';
import * as Y from 'yjs';

let provider: WebrtcProvider | undefined;

function join(signaling: string, name: string): void {
  provider = new WebrtcProvider('bench-room', new Y.Doc(), {
    signaling: [signaling],
    filterBcConns: false,
    peerOpts: { config: { iceServers: [] } },
  });
  provider.awareness.setLocalState({ user: { name } });
}

/** How many others are connected and have said who they are. */
function present(): number {
  const connections = [...(provider?.room?.webrtcConns.values() ?? [])];
  const known = (provider?.awareness.getStates().size ?? 1) - 1;
  return Math.min(known, connections.filter(({ connected }) => connected).length);
}

function leaveSignaling(): void {
  for (const connection of provider?.signalingConns ?? []) connection.destroy();
}

// simple-peer asks for this of Node.
const nextTick = (work: (...args: unknown[]) => void, ...args: unknown[]): void =>
  queueMicrotask(() => work(...args));
Object.assign(globalThis, { process: { nextTick, env: {} }, global: globalThis });
Object.assign(window, { join, present, leaveSignaling, isReady: true });
