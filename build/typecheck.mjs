// Type-checks each layer with the globals that layer may use, two at a time.
import { spawn } from 'node:child_process';

const layers = ['shared', 'main', 'renderer', 'tests'];

const check = (layer) =>
  new Promise((resolve) => {
    const tsc = spawn(
      process.execPath,
      ['node_modules/typescript/bin/tsc', '-p', `tsconfig.${layer}.json`],
      {
        stdio: 'inherit',
      },
    );
    tsc.on('exit', (code) => resolve(code ?? 1));
  });

const codes = [];
for (let at = 0; at < layers.length; at += 2) {
  codes.push(...(await Promise.all(layers.slice(at, at + 2).map(check))));
}
process.exit(Math.max(...codes));
