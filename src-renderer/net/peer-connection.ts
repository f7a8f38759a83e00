// The connection to one teammate's window, in place of `simple-peer` under y-webrtc (see
// docs/decisions). It offers what y-webrtc uses of simple-peer: `signal`, `send`,
// `destroy` and the events signal, connect, data, close, error. Two channels: `mesh` for
// y-webrtc, `link` for the two hosts. y-webrtc sees no byte before the hosts have proven
// to each other who they are.

import { type Channels, openChannels } from './channels.ts';
import { fingerprintsOf } from './fingerprints.ts';

/** The host's end of a link. */
export type HostLink = {
  receive: (bytes: Uint8Array<ArrayBuffer>) => void;
  close: () => void;
};

export type PeerConnectionOptions = {
  initiator: boolean;
  iceServers: RTCIceServer[];
  /**
   * Called when both channels are open. `fingerprints`: of both ends' certificates.
   * `onProven`: the other end is a teammate's device. `onRefused`: it is not.
   */
  openLink: (link: {
    fingerprints: [string, string];
    send: (bytes: Uint8Array) => void;
    onProven: (device: string) => void;
    onRefused: () => void;
  }) => HostLink;
};

type Events = {
  signal: (signal: Signal) => void;
  connect: () => void;
  data: (data: Uint8Array) => void;
  close: () => void;
  error: (error: Error) => void;
};
type Signal = RTCSessionDescriptionInit | { type: 'candidate'; candidate: RTCIceCandidateInit };

const connectMs = 10_000;
const beatMs = 3_500;
/** Whoever hears something answers with a beat of its own, but not so soon after its last. */
const answerMs = 1_500;
/** A cut this long ends the connection; y-webrtc then looks for the teammate again. */
const deadMs = 8_000;
const doubtMs = 4_500;
/** Beyond this somebody does not read: what is to come would only fill memory. */
const mostQueued = 128 * 1024 * 1024;

export class PeerConnection {
  readonly #options: PeerConnectionOptions;
  readonly #listeners = new Map<keyof Events, Set<(value: never) => void>>();
  readonly #timers: ReturnType<typeof setTimeout>[] = [];
  #channels: Channels;
  #candidates: RTCIceCandidateInit[] = [];
  #host: HostLink | undefined;
  #early: Uint8Array<ArrayBuffer>[] = [];
  #lastHeard = performance.now();
  #lastBeat = 0;
  #turn: Promise<void> = Promise.resolve();
  #isDestroyed = false;
  connected = false;

  constructor(options: PeerConnectionOptions) {
    this.#options = options;
    this.#channels = this.#open();
    this.#timers.push(setTimeout(() => !this.connected && this.destroy(), connectMs));
    if (options.initiator) this.#inTurn(() => this.#describe());
  }

  on<E extends keyof Events>(event: E, listener: Events[E]): void {
    const known = this.#listeners.get(event) ?? new Set();
    // Each event's listeners are only ever called with that event's value.
    this.#listeners.set(event, known.add(listener as (value: never) => void));
  }

  signal(signal: Signal): void {
    this.#inTurn(async () => {
      if (signal.type === 'candidate') {
        if (!('candidate' in signal)) return;
        if (this.#connection().remoteDescription === null) this.#candidates.push(signal.candidate);
        else await this.#addCandidate(signal.candidate);
        return;
      }
      if (!('sdp' in signal)) return;
      // The teammate has started over, or both began at once: y-webrtc has decided whose
      // offer counts, and a connection that is already made cannot be the one meant.
      if (this.#connection().remoteDescription !== null) return this.destroy();
      if (signal.type === 'offer' && this.#connection().signalingState !== 'stable')
        this.#startOver();
      await this.#connection().setRemoteDescription(signal);
      for (const candidate of this.#candidates.splice(0)) await this.#addCandidate(candidate);
      if (signal.type === 'offer') await this.#describe();
    });
  }

  /** For y-webrtc's messages; dropped while the other end has not proven itself. */
  send(data: Uint8Array): void {
    if (!this.connected) return;
    const { mesh } = this.#channels;
    if (mesh.queued() > mostQueued) this.destroy();
    else mesh.send(data);
  }

  /** How much of what was sent is still on its way. */
  load(): { queued: () => number; waiting: () => number } {
    return { queued: this.#channels.mesh.queued, waiting: this.#channels.waiting };
  }

  /** The network has changed: whoever has been silent for a moment is not waited for. */
  doubt(): void {
    if (this.connected && performance.now() - this.#lastHeard > doubtMs) this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.connected = false;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#host?.close();
    this.#channels.close();
    // y-webrtc announces itself again on this, and must have noted this connection first.
    queueMicrotask(() => this.#emit('close', undefined as never));
  }

  #connection(): RTCPeerConnection {
    return this.#channels.connection;
  }

  #open(): Channels {
    return openChannels(this.#options.iceServers, {
      onCandidate: (candidate) => this.#emit('signal', { type: 'candidate', candidate }),
      onOpen: () => this.#inTurn(() => this.#greet()),
      onMesh: (data) => this.connected && this.#emit('data', data),
      onLink: (bytes) => {
        if (this.#host === undefined) this.#early.push(bytes);
        else this.#host.receive(bytes);
      },
      onHeard: () => {
        this.#lastHeard = performance.now();
        this.#sayAlive();
      },
      onEnd: () => this.destroy(),
    });
  }

  /**
   * Takes an offer back by a new connection: after a `rollback` Chromium 156 now and then
   * waits for ever for candidates of its own, once in about 150 times.
   */
  #startOver(): void {
    this.#channels.close();
    this.#channels = this.#open();
  }

  async #greet(): Promise<void> {
    this.#lastHeard = performance.now();
    this.#timers.push(setInterval(() => this.#beat(), beatMs));
    const fingerprints = await fingerprintsOf(this.#connection());
    // Ended in the very moment in which it opened.
    if (this.#isDestroyed || fingerprints === undefined) return this.destroy();
    const host = this.#options.openLink({
      fingerprints,
      send: (bytes) => {
        const { link } = this.#channels;
        if (link.queued() > mostQueued) this.destroy();
        else link.send(bytes);
      },
      onProven: () => {
        if (this.#isDestroyed || this.connected) return;
        this.connected = true;
        this.#emit('connect', undefined as never);
      },
      onRefused: () => this.destroy(),
    });
    this.#host = host;
    for (const bytes of this.#early.splice(0)) host.receive(bytes);
  }

  #beat(): void {
    // Also after sleep: then it was this laptop that was silent, and nobody waits any more.
    if (performance.now() - this.#lastHeard > deadMs) this.destroy();
    else this.#sayAlive();
  }

  /** An answer goes in the packet that confirms what it answers. */
  #sayAlive(): void {
    if (performance.now() - this.#lastBeat < answerMs) return;
    this.#lastBeat = performance.now();
    this.#channels.mesh.beat();
  }

  /** One that belongs to a description which was taken back is of no use and no harm. */
  async #addCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    await this.#connection()
      .addIceCandidate(candidate)
      .catch(() => undefined);
  }

  async #describe(): Promise<void> {
    const connection = this.#connection();
    await connection.setLocalDescription();
    const description = connection.localDescription;
    if (description !== null)
      this.#emit('signal', { type: description.type, sdp: description.sdp });
  }

  /** One after the other: candidates may come before the description they belong to. */
  #inTurn(work: () => Promise<void>): void {
    this.#turn = this.#turn
      .then(async () => {
        if (!this.#isDestroyed) await work();
      })
      .catch((error: unknown) => {
        // A description or candidate that Chromium does not take: start over.
        this.#emit('error', error instanceof Error ? error : new Error(String(error)));
        this.destroy();
      });
  }

  #emit<E extends keyof Events>(event: E, value: Parameters<Events[E]>[0]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(value as never);
  }
}
