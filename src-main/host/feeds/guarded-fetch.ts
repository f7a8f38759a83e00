// Fetches from the public internet and from nowhere else. The address that is connected
// to is the one that was checked: names are looked up here, once for each connection,
// and a redirect begins again from the start. No cookies, no referrer, no proxy.

import { lookup as lookUp } from 'node:dns/promises';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

import { fail, type Failure, ok, type Result } from '../../../src-shared/domain/result.ts';
import { isPublic } from './addresses.ts';
import { hostOf } from './turns.ts';
import { unpack } from './unpack.ts';

export type Answer = {
  status: number;
  /** Where the answer came from, after redirects. */
  url: string;
  /** Lower-case names; a repeated header's values joined. */
  headers: { [name: string]: string | undefined };
  bytes: Uint8Array;
  /** Where every redirect said "for good" (301, 308): that address. */
  movedTo?: string;
};

export type Names = (host: string) => Promise<string[]>;
export type FetchOptions = {
  headers?: { [name: string]: string };
  /** The one address inside a private network that the owner has allowed for this feed. */
  allowed?: string | undefined;
  signal?: AbortSignal;
  /** Waits until this host may be asked, redirects included. Its time does not count. */
  turn?: (host: string) => Promise<void>;
  /** Looks names up; tests hand in their own. */
  names?: Names;
  limits?: Partial<Limits>;
};
type Limits = { wireBytes: number; unpackedBytes: number; ms: number };

const usual: Limits = { wireBytes: 2 * 1024 * 1024, unpackedBytes: 8 * 1024 * 1024, ms: 30_000 };
const mostRedirects = 5;
/** Without a byte for so long the server counts as gone. */
const silenceMs = 15_000;
const headerBytes = 32 * 1024;

export const userAgent = 'Rapport/0.1 (feed reader of one desktop user; no server)';

const systemNames: Names = async (host) =>
  (await lookUp(host, { all: true, verbatim: true })).map(({ address }) => address);

/**
 * Any status comes as an answer; redirects are followed. Fails with feed-inside (detail:
 * address), feed-too-large, feed-slow, feed-certificate, feed-unreachable (detail: why)
 * or bad-input.
 */
export async function guardedFetch(
  url: string,
  options: FetchOptions = {},
): Promise<Result<Answer>> {
  const limits = { ...usual, ...options.limits };
  let at = url;
  let isForGood = true;
  let left = limits.ms;
  let { headers } = options;
  for (let hops = 0; hops <= mostRedirects; hops++) {
    await options.turn?.(hostOf(at));
    const began = performance.now();
    const deadline = AbortSignal.timeout(Math.max(0, Math.round(left)));
    const { signal = deadline } = options;
    const asked = { ...options, ...(headers === undefined ? {} : { headers }) };
    const got = await fetchOnce(at, asked, limits, AbortSignal.any([deadline, signal]));
    left -= performance.now() - began;
    if (!got.ok)
      return deadline.aborted && got.error.code !== 'feed-inside' ? fail('feed-slow') : got;
    const { status } = got.value;
    const next = [301, 302, 303, 307, 308].includes(status)
      ? got.value.headers['location']
      : undefined;
    if (next === undefined || !URL.canParse(next, at))
      return ok({ ...got.value, ...(isForGood && at !== url ? { movedTo: at } : {}) });
    isForGood &&= status === 301 || status === 308;
    const to = followed(new URL(at), new URL(next, at));
    if (to.origin !== new URL(at).origin) headers = withoutSecrets(headers);
    at = to.href;
  }
  return fail('feed-unreachable', { why: 'redirects' });
}

/**
 * A name and password are for the server they were given for: they go with it to another
 * page of its own, and nobody else hears them. None is taken from a server's word.
 */
function followed(from: URL, to: URL): URL {
  const isOwn = to.origin === from.origin;
  to.username = isOwn ? from.username : '';
  to.password = isOwn ? from.password : '';
  return to;
}

const secret = /^(?:authorization|proxy-authorization|cookie)$/i;

const withoutSecrets = (headers: FetchOptions['headers'] = {}): FetchOptions['headers'] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !secret.test(name)));

async function fetchOnce(
  address: string,
  { headers, allowed, names = systemNames }: FetchOptions,
  limits: Limits,
  signal: AbortSignal,
): Promise<Result<Answer>> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return fail('bad-input', { address });
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = await addressesOf(host, names, signal);
  if (!found.ok) return found;
  const inside = found.value.find((one) => !isPublic(one) && one !== allowed);
  // A name that also leads inside is a trap, whichever of its addresses would be taken.
  if (inside !== undefined) return fail('feed-inside', { address: inside });
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  let sent: ClientRequest;
  try {
    sent = send(url, {
      method: 'GET',
      headers: {
        'user-agent': userAgent,
        'accept-encoding': 'gzip, br, deflate',
        ...headers,
      },
      lookup: pinned(found.value),
      agent: false,
      maxHeaderSize: headerBytes,
      signal,
      timeout: silenceMs,
    });
  } catch {
    // A name before an @ or a header that cannot be written: Node throws at once.
    return fail('feed-unreachable', { why: 'connection' });
  }
  return new Promise((resolve) => {
    // The next server is asked when this connection is closed, so that never more are open.
    const end = (result: Result<Answer>): void => {
      if (sent.closed) return resolve(result);
      sent.once('close', () => resolve(result));
      sent.destroy();
    };
    sent.on('timeout', () => end(fail('feed-slow')));
    // 101: the server wants to speak something else, and there is no response.
    sent.on('upgrade', () => end(fail('feed-unreachable', { why: 'connection' })));
    sent.on('error', (error) => end({ ok: false, error: failureOf(error) }));
    sent.on('response', (response) => {
      void read(sent, response, limits).then(
        (body) =>
          end(
            body.ok
              ? ok({
                  status: response.statusCode ?? 0,
                  url: url.href,
                  headers: flat(response),
                  bytes: body.value,
                })
              : body,
          ),
        (error: unknown) => end({ ok: false, error: failureOf(error) }),
      );
    });
    sent.end();
  });
}

async function addressesOf(
  host: string,
  names: Names,
  signal: AbortSignal,
): Promise<Result<string[]>> {
  if (isIP(host) !== 0) return ok([host]);
  const unknown = fail('feed-unreachable', { why: 'name' });
  const givenUp = Promise.withResolvers<Result<string[]>>();
  const giveUp = (): void => givenUp.resolve(unknown);
  signal.addEventListener('abort', giveUp);
  if (signal.aborted) giveUp();
  const looked = names(host).then(
    (found) => (found.length === 0 ? unknown : ok(found)),
    () => unknown,
  );
  // Looking a name up cannot be stopped, only be waited for no longer.
  const first = await Promise.race([looked, givenUp.promise]);
  signal.removeEventListener('abort', giveUp);
  return first;
}

/** Connects to what was checked, whatever the name would say by now. */
function pinned(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, done) => {
    const [first] = all;
    if (options.all === true) done(null, all);
    else done(null, first?.address ?? '', first?.family ?? 4);
  };
}

function read(
  sent: ClientRequest,
  response: IncomingMessage,
  { wireBytes, unpackedBytes }: Limits,
): Promise<Result<Uint8Array>> {
  // Nobody reads what a redirect or a refusal says.
  const status = response.statusCode ?? 0;
  if (status < 200 || status >= 300) {
    sent.destroy();
    return Promise.resolve(ok(new Uint8Array()));
  }
  return unpack(response, response.headers['content-encoding'] ?? '', wireBytes, unpackedBytes);
}

const flat = (response: IncomingMessage): Answer['headers'] =>
  Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );

function failureOf(error: unknown): Failure {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME|EPROTO/.test(code))
    return { code: 'feed-certificate' };
  if (code === 'ABORT_ERR' || code === 'ETIMEDOUT') return { code: 'feed-slow' };
  if (code === 'ENETUNREACH' || code === 'EHOSTUNREACH' || code === 'ENETDOWN')
    return { code: 'feed-network' };
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR') || code.startsWith('ERR_BROTLI'))
    return { code: 'feed-unreachable', detail: { why: 'encoding' } };
  const why = code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'name' : 'connection';
  return { code: 'feed-unreachable', detail: { why } };
}
