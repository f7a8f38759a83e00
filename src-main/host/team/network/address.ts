// Addresses of hubs as people write them and as they are dialled: `192.168.1.20:47653`,
// `[fd00::20]:47653`, and `[fe80::20%eth0]:47653`, where the zone (RFC 4007) says which of this
// machine's networks is meant.

import { connect, isIPv6 } from 'node:net';
import { type ClientOptions, WebSocket } from 'ws';

/** Known, so that a firewall can be opened for it; any other where it is taken. */
export const usualPort = 47_653;

/** An address as it is dialled: with the usual port where none is named. */
export function withPort(address: string): string {
  if (isIPv6(address)) return `[${address}]:${usualPort}`;
  return /(^[^:]*|\]):\d+$/u.test(address) ? address : `${address}:${usualPort}`;
}

/** `host`: a name or an IP address, without brackets. */
export const urlOf = (host: string, port: number): string =>
  `ws://${isIPv6(host) ? `[${host}]` : host}:${port}`;

export const hostOf = (url: string): string =>
  addressIn(url)
    .replace(/:\d+$/u, '')
    .replace(/^\[(.*)\]$/u, '$1');
export const portOf = (url: string): number => Number(/:(\d+)$/u.exec(url)?.[1]);
/** The part that people read. */
export const addressIn = (url: string): string => url.replace('ws://', '');

/** fe80::/10: of one network only, and told apart from another's by the zone. */
export const isLinkLocal = (host: string): boolean => /^fe[89ab]/iu.test(host);

/**
 * What is dialled for an address that a person gave. One of a single network, without a zone, may
 * be in any that this machine is in.
 */
export function urlsOf(address: string, zones: readonly string[]): string[] {
  const url = `ws://${address}`;
  const host = hostOf(url);
  if (!isLinkLocal(host) || host.includes('%')) return [url];
  return zones.map((zone) => urlOf(`${host}%${zone}`, portOf(url)));
}

/** A URL has no place for a zone (WHATWG URL, 3.5): the socket is told of it beside. */
export function openSocket(url: string, options: ClientOptions): WebSocket {
  if (!url.startsWith('ws://[')) return new WebSocket(url, options);
  const [host, port] = [hostOf(url), portOf(url)];
  const createConnection = (): ReturnType<typeof connect> => connect({ host, port });
  return new WebSocket(url.replace(/%[^\]]*/u, ''), {
    ...options,
    createConnection: createConnection as never,
  });
}
