// The Port in the browser shell: a WebSocket to the page's own address, opened with
// the token from the address line. The token is kept for this tab only (a reload
// needs it) and taken out of the address, where routes go.

import type { Port } from '../../src-shared/bridge/port.ts';
import { portOverSocket, type Socket } from '../../src-shared/bridge/socket-port.ts';

const tokenKey = 'rapport-token';
const tokenPattern = /^#token=([\w-]+)$/;

/**
 * The address of a new start, put into a tab of an earlier one, only changes the part
 * behind `#`: the browser does not load the page again by itself.
 */
export function reloadOnNewToken(): void {
  window.addEventListener('hashchange', () => {
    if (tokenPattern.test(location.hash)) location.reload();
  });
}

export async function openLoopbackPort(): Promise<Port | 'refused' | 'incomplete' | null> {
  const token = takeToken();
  if (token === null) return 'incomplete';
  const socket = new WebSocket(`ws://${location.host}/host`, ['rapport', `token.${token}`]);
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.addEventListener('open', () => resolve(true));
    socket.addEventListener('close', () => resolve(false));
  });
  if (isOpen) return portOverSocket(socket as Socket);
  return (await isServed()) ? 'refused' : null;
}

function takeToken(): string | null {
  const found = tokenPattern.exec(location.hash)?.[1];
  if (found === undefined) return sessionStorage.getItem(tokenKey);
  sessionStorage.setItem(tokenKey, found);
  history.replaceState(null, '', `${location.pathname}${location.search}#/`);
  return found;
}

/**
 * A page does not learn why a WebSocket failed: when the address serves it, it was the token. One
 * that is ending answers 503.
 */
async function isServed(): Promise<boolean> {
  return fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}
