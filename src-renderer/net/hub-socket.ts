// What y-webrtc uses in place of lib0's WebSocket client: its signaling goes over this
// window's Port to its own host's hub, so the page opens no connection of its own.

import { ObservableV2 } from 'lib0/observable';

import type { HostConnection } from '../host/connection.ts';

type Events = {
  connect: () => void;
  message: (message: unknown) => void;
  disconnect: () => void;
};

const page = crypto.randomUUID();
const hostByUrl = new Map<string, HostConnection>();

/**
 * An address under which y-webrtc reaches this host's hub: one for all rooms, as it
 * expects of a signaling server. `opening` is new when the hub was opened again.
 */
export function hubAddress(host: HostConnection, opening: number): string {
  const url = `hub:${page}:${opening}`;
  hostByUrl.set(url, host);
  return url;
}

/** The part of lib0's WebsocketClient that y-webrtc 10.3 uses. */
export class WebsocketClient extends ObservableV2<Events> {
  readonly url: string;
  connected = false;
  readonly #host: HostConnection;
  readonly #stops: (() => void)[];

  constructor(url: string) {
    super();
    const host = hostByUrl.get(url);
    if (host === undefined) throw new Error(`no hub at ${url}`);
    this.url = url;
    this.#host = host;
    this.#stops = [
      host.on('hub.heard', ({ client, message }) => {
        if (client === url) this.emit('message', [message]);
      }),
      host.subscribe(() => this.#follow()),
    ];
    // Listeners come after this constructor.
    queueMicrotask(() => this.#follow());
  }

  send(message: unknown): void {
    if (this.connected) void this.#host.request('hub.say', { client: this.url, message });
  }

  override destroy(): void {
    for (const stop of this.#stops) stop();
    if (this.connected) void this.#host.request('hub.leave', { client: this.url });
    this.connected = false;
    super.destroy();
  }

  /** After a host has come back its hub knows nothing of us. */
  #follow(): void {
    const isThere = this.#host.status().state === 'connected';
    if (isThere === this.connected) return;
    this.connected = isThere;
    if (isThere) this.emit('connect', []);
    else this.emit('disconnect', []);
  }
}
