// All that the page gets from Electron: a way to ask for a channel to the host. The
// channel itself arrives as a message of the window to itself. CommonJS, sandboxed.

import { contextBridge, ipcRenderer } from 'electron';

declare const window: {
  location: { origin: string };
  postMessage(message: string, target: string, transfer: readonly unknown[]): void;
};

contextBridge.exposeInMainWorld('rapportHost', {
  askForPort: () => ipcRenderer.send('host:ask'),
});
ipcRenderer.on('host:port', (event) => {
  window.postMessage('rapport:port', window.location.origin, event.ports);
});
