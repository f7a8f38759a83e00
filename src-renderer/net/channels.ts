// One WebRTC connection with its two channels: `mesh` for y-webrtc, `link` for the hosts.

import { type Messages, messagesOver } from './frames.ts';
import { wireOverChannel } from './wire.ts';

export type Channels = {
  connection: RTCPeerConnection;
  mesh: Messages;
  link: Messages;
  /** Bytes of `mesh` that were handed over and are not yet on their way. */
  waiting: () => number;
  /** Ends it. Nothing is heard of it from then on. */
  close: () => void;
};

export type ChannelEvents = {
  onCandidate: (candidate: RTCIceCandidateInit) => void;
  /** Both channels are open. */
  onOpen: () => void;
  onMesh: (message: Uint8Array) => void;
  onLink: (message: Uint8Array<ArrayBuffer>) => void;
  /** Anything came, a beat too. */
  onHeard: () => void;
  /** It failed, or the other end closed it. */
  onEnd: () => void;
};

export function openChannels(iceServers: RTCIceServer[], events: ChannelEvents): Channels {
  const connection = new RTCPeerConnection({ iceServers });
  let isClosed = false;
  let open = 0;
  const end = (): void => {
    if (!isClosed) events.onEnd();
  };
  const channel = (label: string, id: number) => {
    const made = connection.createDataChannel(label, { negotiated: true, id });
    made.addEventListener('open', () => {
      open += 1;
      if (open === 2 && !isClosed) events.onOpen();
    });
    made.addEventListener('close', end);
    const messages = messagesOver(wireOverChannel(made), end);
    messages.onHeard(() => !isClosed && events.onHeard());
    return { made, messages };
  };
  const [mesh, link] = [channel('mesh', 0), channel('link', 1)];
  mesh.messages.onMessage((message) => !isClosed && events.onMesh(message));
  link.messages.onMessage((message) => !isClosed && events.onLink(message));
  connection.addEventListener('icecandidate', ({ candidate }) => {
    if (isClosed || candidate === null || candidate.candidate === '') return;
    events.onCandidate(candidate.toJSON());
  });
  connection.addEventListener('connectionstatechange', () => {
    if (['failed', 'closed'].includes(connection.connectionState)) end();
  });
  return {
    connection,
    mesh: mesh.messages,
    link: link.messages,
    waiting: () => mesh.made.bufferedAmount,
    close: () => {
      isClosed = true;
      connection.close();
    },
  };
}
