// The host as a process of its own under Electron: a crash in it does not take the
// window down, and the window's work does not slow it down.

import type { MainPort } from '../../src-shared/bridge/message-port.ts';
import { portOverMainPort } from '../../src-shared/bridge/message-port.ts';
import { askedKeystore } from './asked-keystore.ts';
import { type Host, openHost } from './host.ts';
import { type FromHostProcess, keystoreArg, toHostProcessSchema } from './utility-messages.ts';

/** Electron adds this to a utility process; the host itself knows no Electron. */
type ParentPort = {
  postMessage(message: FromHostProcess): void;
  on(event: 'message', listener: (event: { data: unknown; ports: MainPort[] }) => void): void;
};

const { parentPort } = process as typeof process & { parentPort: ParentPort };
// What is written is the owner's alone, in whatever folder.
process.umask(0o077);
const [profileDir = '', ...more] = process.argv.slice(2);
const keystore = askedKeystore((message) => parentPort.postMessage(message));
let host: Host | undefined;
parentPort.on('message', ({ data, ports }) => {
  const message = toHostProcessSchema.parse(data);
  if (message.type === 'keystore') keystore.answered(message);
  if (message.type === 'asleep') host?.asleep();
  if (message.type === 'close') void host?.close().then(() => process.exit(0));
  for (const port of ports) host?.attach(portOverMainPort(port));
});
const opened = await openHost({
  profileDir,
  shell: 'electron',
  keystore: more.includes(keystoreArg) ? keystore : undefined,
  onLanguage: (language) => parentPort.postMessage({ type: 'language', language }),
  onBug: (error) => console.error(error),
});
if (opened.ok) {
  host = opened.value;
  parentPort.postMessage({ type: 'ready' });
} else {
  parentPort.postMessage({ type: 'refused', error: opened.error });
}
