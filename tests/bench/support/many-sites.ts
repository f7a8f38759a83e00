// Many websites on loopback, each with an address and a feed of its own, that take a
// moment to answer and count who is connected.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export type ManySites = {
  /** Of each site's feed. */
  urls: string[];
  /** Most connections that were open at the same time. */
  mostAtOnce: () => number;
  answered: () => number;
  close: () => void;
};

const answerMs = 20;

/** `feedOf`: the feed of the site with this number. */
export async function openManySites(
  count: number,
  feedOf: (at: number) => { text: string; type: string },
): Promise<ManySites> {
  const feeds = Array.from({ length: count }, (_, at) => feedOf(at));
  let [open, most, answered] = [0, 0, 0];
  const server = createServer((request, response) => {
    const at = Number(new URL(request.url ?? '', 'http://any.example').searchParams.get('site'));
    void wait(answerMs).then(() => {
      const { text, type } = feeds[at] ?? { text: '', type: 'text/plain' };
      response.writeHead(200, { 'content-type': type, etag: `"${at}"` }).end(text);
      answered += 1;
    });
  });
  server.on('connection', (socket) => {
    open += 1;
    most = Math.max(most, open);
    socket.on('close', () => (open -= 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urls: feeds.map((_feed, at) => `http://${addressOf(at)}:${port}/feed?site=${at}`),
    mostAtOnce: () => most,
    answered: () => answered,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** All of 127.0.0.0/8 leads to this machine. */
export const addressOf = (at: number): string => `127.0.${Math.floor(at / 250)}.${1 + (at % 250)}`;
