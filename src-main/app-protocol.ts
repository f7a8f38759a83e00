// The page's own scheme, app://rapport/: no file:// (which could read any file) and no
// http. Only the files of the build exist there.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol, type Session } from 'electron';

import { findPageFiles, type PageFile } from './page-files.ts';
import { pageHeaders } from './page-policy.ts';

export const pageOrigin = 'app://rapport';
export const pageAddress = `${pageOrigin}/`;

/** Must run before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export function servePage(session: Session): void {
  const files = findPageFiles(join(import.meta.dirname, '..', 'renderer'));
  session.protocol.handle('app', (request) => answer(request, files));
}

async function answer(request: Request, files: Map<string, PageFile>): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  const file = host === 'rapport' ? files.get(pathname) : undefined;
  const headers = pageHeaders([], file?.isAlone);
  if (file === undefined) return new Response(null, { status: 404, headers });
  if (request.method !== 'GET') return new Response(null, { status: 405, headers });
  const bytes = await readFile(file.path);
  return new Response(bytes, { headers: { ...headers, 'Content-Type': file.type } });
}
