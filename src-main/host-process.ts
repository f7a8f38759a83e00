// Keeps the host's process running: started with the application, started again when
// it crashes, ended last. A window asks for its channel and gets a new one each time,
// so after a crash it is joined to the new process by asking again.

import { join } from 'node:path';
import {
  app,
  dialog,
  type MessagePortMain,
  powerMonitor,
  utilityProcess,
  type UtilityProcess,
} from 'electron';

import { fromHostProcessSchema, keystoreArg, type ToHostProcess } from './host/utility-messages.ts';
import { askKeystore, hasKeystore } from './keystore.ts';
import { refusalWords } from './refusal-words.ts';
import { say } from './say.ts';

export type HostProcess = {
  /** Resolves with false when the profile cannot be used; the owner has then been told and the application ends. */
  start(): Promise<boolean>;
  /** Joins a window's channel to the host as soon as it runs. */
  attach(port: MessagePortMain): void;
};

/** So many crashes within a minute are not cured by another start. */
const mostCrashes = 5;
const crashWindowMs = 60_000;
/** Of V8's young generation, as in build/host-flags.mjs. */
const newObjectsMb = 16;
const closePatienceMs = 10_000;

export function createHostProcess(
  profileDir: string,
  onLanguage: (language: string) => void,
): HostProcess {
  let running: UtilityProcess | null = null;
  let waiting: MessagePortMain[] = [];
  let crashes: number[] = [];
  let quitting = false;

  const launch = (): Promise<boolean> =>
    new Promise((resolve) => {
      const args = [profileDir, ...(hasKeystore() ? [keystoreArg] : [])];
      const child = utilityProcess.fork(join(import.meta.dirname, 'utility.js'), args, {
        serviceName: 'Rapport host',
        execArgv: [`--js-flags=--max-semi-space-size=${newObjectsMb}`],
        stdio: 'inherit',
      });
      child.on('message', (raw: unknown) => {
        const message = fromHostProcessSchema.parse(raw);
        if (message.type === 'keystore') {
          const text = askKeystore(message.act, message.text);
          return send(child, { type: 'keystore', id: message.id, text }, []);
        }
        if (message.type === 'language') return onLanguage(message.language);
        if (message.type === 'ready') {
          running = child;
          for (const port of waiting) send(child, { type: 'attach' }, [port]);
          waiting = [];
        } else {
          quitting = true;
          giveUp(refusalWords(message.error, profileDir));
        }
        resolve(message.type === 'ready');
      });
      child.on('exit', () => {
        running = null;
        if (quitting) return;
        crashes = [...crashes.filter((at) => at > Date.now() - crashWindowMs), Date.now()];
        if (crashes.length < mostCrashes) return resolve(launch());
        quitting = true;
        giveUp(say('shell.hostKeepsFailing'));
        resolve(false);
      });
    });

  app.on('will-quit', (event) => {
    quitting = true;
    const child = running;
    if (child === null) return;
    event.preventDefault();
    running = null;
    const killed = setTimeout(() => child.kill(), closePatienceMs);
    child.on('exit', () => {
      clearTimeout(killed);
      app.quit();
    });
    send(child, { type: 'close' }, []);
  });

  const asleep = (): void => {
    if (running !== null) send(running, { type: 'asleep' }, []);
  };
  powerMonitor.on('suspend', asleep);
  powerMonitor.on('lock-screen', asleep);

  return {
    start: launch,
    attach: (port) => {
      if (running === null) waiting.push(port);
      else send(running, { type: 'attach' }, [port]);
    },
  };
}

function send(child: UtilityProcess, message: ToHostProcess, ports: MessagePortMain[]): void {
  child.postMessage(message, ports);
}

function giveUp(reason: string): void {
  console.error(reason);
  dialog.showErrorBox(say('shell.cannotOpen'), reason);
  app.exit(1);
}
