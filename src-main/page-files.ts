// The files of the built page, found once at start and served by exact name only:
// a path that is not in this list does not exist, however it is spelled.

import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** `isAlone`: it reads or draws hostile files, in a thread of its own. */
export type PageFile = { path: string; type: string; isPage: boolean; isAlone: boolean };

const threadsAlone = /^\/assets\/pdf-(reader|painter)-[\w-]+\.js$/;

const typeByExtension: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  // What PDFs take for granted: fonts, tables of letters, decoders of pictures.
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.wasm': 'application/wasm',
};

/** Keys are URL paths such as `/assets/index-abc.js`; `/` is the page itself. */
export function findPageFiles(folder: string): Map<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = typeByExtension[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const name = `/${relative(folder, path).split(sep).join('/')}`;
    const isAlone = threadsAlone.test(name);
    files.set(name, { path, type, isPage: name === '/index.html', isAlone });
  }
  const page = files.get('/index.html');
  if (page !== undefined) files.set('/', page);
  return files;
}
