// The host as a process of its own under Electron: a crash in it does not take the
// window down, and the window's work does not slow it down.

import type { MainPort } from '../../src-shared/bridge/message-port.ts';
import { portOverMainPort } from '../../src-shared/bridge/message-port.ts';
import { openHost } from './host.ts';
import { type FromHostProcess, toHostProcessSchema } from './utility-messages.ts';

/** Electron adds this to a utility process; the host itself knows no Electron. */
type ParentPort = {
  postMessage(message: FromHostProcess): void;
  on(event: 'message', listener: (event: { data: unknown; ports: MainPort[] }) => void): void;
};

const { parentPort } = process as typeof process & { parentPort: ParentPort };
// What is written is the owner's alone, in whatever folder.
process.umask(0o077);
const [profileDir = ''] = process.argv.slice(2);
const opened = await openHost({
  profileDir,
  shell: 'electron',
  onBug: (error) => console.error(error),
});
if (opened.ok) {
  const host = opened.value;
  parentPort.on('message', ({ data, ports }) => {
    const message = toHostProcessSchema.parse(data);
    if (message.type === 'asleep') host.asleep();
    if (message.type === 'close') void host.close().then(() => process.exit(0));
    for (const port of ports) host.attach(portOverMainPort(port));
  });
  parentPort.postMessage({ type: 'ready' });
} else {
  parentPort.postMessage({ type: 'refused', error: opened.error });
}
