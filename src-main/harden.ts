// What no page in this application may do, whatever it holds: see docs/security.md
// for Electron's checklist and the test of each point.

import { app, session as sessions, type Session, type WebContents } from 'electron';

import { pageAddress, pageOrigin } from './app-protocol.ts';
import { offerToOpen } from './external-links.ts';

/** Must run before Electron is ready. */
export function hardenApp(): void {
  // The switch is for a start as root (containers, tests), where Chromium's sandbox
  // cannot run; asking for both would end every child process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
}

export function hardenSession(): Session {
  const session = sessions.defaultSession;
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  // Chromium hides this machine's addresses from WebRTC unless the *check* for media
  // says yes, and teammates then never meet; the *request* above still refuses, so
  // nothing can be captured.
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === 'media' && isOurs(origin),
  );
  // Elsewhere than on macOS the spell checker would fetch its dictionaries from the internet.
  session.setSpellCheckerEnabled(process.platform === 'darwin');
  session.setDevicePermissionHandler(() => false);
  session.setUSBProtectedClassesHandler(() => []);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !mayLoad(details.url) });
  });
  return session;
}

function hardenContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    // A reload is the one navigation the page may do itself.
    if (!event.isMainFrame || event.url.split('#')[0] !== pageAddress) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void offerToOpen(url);
    return { action: 'deny' };
  });
}

/** Chromium gives an origin with or without the slash at its end. */
function isOurs(origin: string): boolean {
  return origin === pageOrigin || origin === pageAddress;
}

/** Nothing is loaded from any network. DevTools only exist in an unpackaged start. */
function mayLoad(url: string): boolean {
  const { protocol } = new URL(url);
  if (protocol === 'devtools:') return !app.isPackaged;
  return ['app:', 'blob:', 'data:'].includes(protocol);
}
