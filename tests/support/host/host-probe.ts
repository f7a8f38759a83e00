// Asks the host a question straight from the page, as the page's own code would, but
// without needing that code: over a channel of its own.
import type { ElectronApplication, Page } from 'playwright-core';

/** Resolves with the host's answer (a Result). */
export function askHost(page: Page, name: string, input: object = {}): Promise<unknown> {
  return page.evaluate(
    ([requestName, requestInput]) =>
      new Promise((resolve) => {
        const ask = crypto.randomUUID();
        const listen = ({ data, ports: [port] }: MessageEvent): void => {
          if (data?.ask !== ask || port === undefined) return;
          removeEventListener('message', listen);
          port.onmessage = ({ data: answer }) => {
            if (answer.type !== 'answer') return;
            port.close();
            resolve(answer.result);
          };
          port.postMessage({ type: 'request', id: 1, name: requestName, input: requestInput });
        };
        addEventListener('message', listen);
        window.rapportHost?.askForPort(ask);
      }),
    [name, input] as const,
  );
}

/** Process id of the host, or undefined while there is none. */
export function hostPid(app: ElectronApplication): Promise<number | undefined> {
  return app.evaluate(
    ({ app: electron }) =>
      electron.getAppMetrics().find((metric) => metric.name === 'Rapport host')?.pid,
  );
}
