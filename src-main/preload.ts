// All that the page gets from Electron: a way to ask for a channel to the host, and the names
// of what is chosen in the menu; it may have a notice of the desktop's shown and taken away, the profile's
// folder opened, and itself made a PDF. The channel, the names and what is clicked in a notice
// arrive as messages of the window to itself. CommonJS, sandboxed.

import { contextBridge, ipcRenderer } from 'electron';

declare const window: {
  location: { origin: string };
  postMessage(message: object, target: string, transfer: readonly unknown[]): void;
};

contextBridge.exposeInMainWorld('rapportHost', {
  /** `ask` comes back beside the channel, so that each question gets its own. */
  askForPort: (ask: string) => ipcRenderer.send('host:ask', ask),
  openFolder: () => ipcRenderer.send('window:folder'),
  /** The page as it is printed; undefined where that failed. */
  makePdf: (paper: string) => ipcRenderer.invoke('window:pdf', paper),
  notify: (text: string, key: string, actions: string[]) =>
    ipcRenderer.send('window:notify', text, key, actions),
  hush: (key: string) => ipcRenderer.send('window:hush', key),
});
ipcRenderer.on('host:port', (event, ask: string) => {
  window.postMessage({ type: 'rapport:port', ask }, window.location.origin, event.ports);
});
ipcRenderer.on('notice:act', (_event, key: string, at: number | undefined) => {
  window.postMessage({ type: 'rapport:notice', key, at }, window.location.origin, []);
});
ipcRenderer.on('menu:act', (_event, act: string) => {
  window.postMessage({ type: 'rapport:menu', act }, window.location.origin, []);
});
