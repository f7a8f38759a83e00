// What servers do to a feed reader: answers for the tests' feed server, and the one line
// that the reader's owner sees afterwards.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, createBrotliCompress, createGzip, type Gzip } from 'node:zlib';

// The catalogue that the words are read from.
import '../../../src-main/say.ts';
import { stateWords } from '../../../src-renderer/features/listening/feeds/feed-words.ts';
import { type Answering, type FeedServer, rss } from './server.ts';
import type { Listener } from '../listener.ts';

const dates = { dateTime: () => 'later', date: () => 'later' };

/** The one line about a person's only feed. */
export async function lineOf(laptop: Listener, owner: string): Promise<string> {
  const [state] = await laptop.states(owner);
  return stateWords(state, laptop.now(), dates).text;
}

export const goodFeed = rss('Ada', [
  { title: 'One', link: 'https://ada.example/1', html: 'Words' },
]);

/** Somebody's feed is well, and then this happens to it: what it brought is kept. Answers with their id. */
export async function afterwards(
  laptop: Listener,
  server: FeedServer,
  answering: Answering,
): Promise<string> {
  server.route('/feed', goodFeed);
  const ada = await laptop.follow('Ada', [`${server.origin}/feed`]);
  await laptop.look(ada);
  server.route('/feed', answering);
  await laptop.look(ada);
  const kept = (await laptop.posts(ada)).map(({ name, note }) => `${name}: ${note}`);
  if (kept.join() !== 'One: Words') throw new Error(`posts were ${kept.join()}`);
  return ada;
}

/** Bytes as they are instead of a response. */
export const raw =
  (text: string): Answering =>
  (_request, response) => {
    response.socket?.end(Buffer.from(text, 'latin1'));
  };

export const answer =
  (
    status: number,
    headers: { [name: string]: string } = {},
    body: string | Buffer = '',
  ): Answering =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };

export const feedType = { 'content-type': 'application/rss+xml' };

/** Answers and then says nothing more. */
export const silent: Answering = (_request, response) => {
  response.writeHead(200, feedType).flushHeaders();
};

/** A feed that goes on for as long as somebody listens. */
export const endless: Answering = (_request, response) => {
  const piece = `<item><title>${'again '.repeat(2_000)}</title></item>`;
  response.writeHead(200, feedType);
  const go = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', go);
  response.write('<rss version="2.0"><channel>');
  go();
};

/** So many MB of spaces, packed. */
export async function bomb(kind: 'gzip' | 'br', megabytes: number): Promise<Buffer> {
  const packer: Gzip | ReturnType<typeof createBrotliCompress> =
    kind === 'gzip'
      ? createGzip({ level: 9 })
      : createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  const packed = packer.toArray();
  const piece = Buffer.alloc(1024 * 1024, ' ');
  for (let at = 0; at < megabytes; at++)
    if (!packer.write(piece)) await new Promise((resolve) => packer.once('drain', resolve));
  packer.end();
  return Buffer.concat((await packed) as Buffer[]);
}

/** A key and a certificate that nobody has signed. */
export function selfSigned(name: string): { key: Buffer; cert: Buffer } {
  const dir = mkdtempSync(join(tmpdir(), 'rapport-cert-'));
  const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
  const names = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=IP:${name}`];
  const files = ['-keyout', key, '-out', cert];
  execFileSync('openssl', ['req', '-x509', ...made, ...names, ...files], { stdio: 'ignore' });
  const read = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(dir, { recursive: true });
  return read;
}
