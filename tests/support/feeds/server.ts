// A server on loopback that answers as a test tells it to, and counts who asks.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

export type FeedServer = {
  origin: string;
  host: string;
  /** `body` is sent as an RSS feed unless `answering` does something else. */
  route: (path: string, answering: Answering | string) => void;
  /** Requests for a path, or all. */
  hits: (path?: string) => number;
  requests: IncomingMessage[];
  /** Most requests that were being answered at the same time. */
  mostAtOnce: () => number;
  close: () => Promise<void>;
};

export async function startFeedServer(address = '127.0.0.1'): Promise<FeedServer> {
  const routes = new Map<string, Answering>();
  const requests: IncomingMessage[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    requests.push(request);
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => (open -= 1));
    const path = new URL(request.url ?? '/', 'http://any.example').pathname;
    const answering = routes.get(path);
    if (answering === undefined) {
      response.writeHead(404).end();
      return;
    }
    answering(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${address}:${port}`,
    host: `${address}:${port}`,
    route: (path, answering) =>
      routes.set(path, typeof answering === 'string' ? feedAnswer(answering) : answering),
    hits: (path) => requests.filter(({ url }) => path === undefined || url === path).length,
    requests,
    mostAtOnce: () => most,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const feedAnswer =
  (body: string): Answering =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' }).end(body);
  };

export type Entry = { title?: string; link?: string; guid?: string; date?: string; html?: string };

/** RSS 2.0 as most sites write it. */
export function rss(title: string, entries: readonly Entry[]): string {
  const items = entries.map(
    (entry) => `<item>
      ${tag('title', entry.title)}${tag('link', entry.link)}
      ${entry.guid === undefined ? '' : `<guid isPermaLink="false">${entry.guid}</guid>`}
      ${tag('pubDate', entry.date)}${tag('description', entry.html)}
    </item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${title}</title>
    <link>https://site.example/</link>${items.join('\n')}</channel></rss>`;
}

const tag = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}><![CDATA[${text}]]></${name}>`;
