// Where the window gets its host, in either shell.

import { type HostConnection, keepConnected } from './connection.ts';
import { isInElectron, openElectronPort } from './electron-port.ts';
import { openLoopbackPort, reloadOnNewToken } from './loopback-port.ts';

export function connectHost(): Promise<HostConnection> {
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  if (isInElectron()) return keepConnected(openElectronPort, wait);
  reloadOnNewToken();
  return keepConnected(openLoopbackPort, wait);
}
