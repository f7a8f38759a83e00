// Who may talk to the loopback server. Any web page in the owner's browser can send
// requests to 127.0.0.1, and a hostile name can be made to point there: so the Host
// must be our address, an Origin must be our own, and the host itself (the
// WebSocket) opens only to the token that was printed at start.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** 256 random bits, 43 characters. */
export const createToken = (): string => randomBytes(32).toString('base64url');

export type Door = { port: number; token: string };

export const originOf = (port: number): string => `http://127.0.0.1:${port}`;

/** For files of the page: they hold no secret, but nobody else's page may read them. */
export function mayReadFiles(headers: IncomingHttpHeaders, { port }: Door): boolean {
  return isOurHost(headers, port) && [undefined, originOf(port)].includes(headers.origin);
}

/** For the WebSocket: an Origin must be there and be ours, and the token must be right. */
export function mayReachHost(headers: IncomingHttpHeaders, { port, token }: Door): boolean {
  if (!isOurHost(headers, port) || headers.origin !== originOf(port)) return false;
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
  const given = offered.find((part) => part.startsWith('token.'))?.slice('token.'.length) ?? '';
  return offered.includes('rapport') && isSame(given, token);
}

function isOurHost(headers: IncomingHttpHeaders, port: number): boolean {
  return headers.host === `127.0.0.1:${port}`;
}

/** Takes the same time whatever is wrong. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
