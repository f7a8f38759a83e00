// Why the command line could not do something, in one line, and what it can do.

import type { Failure } from '../../src-shared/domain/result.ts';
import { say } from '../say.ts';

export function reasonWords({ code, detail }: Failure, folder: string): string {
  const words = say(`cli.error.${code}`, detail);
  const pid = code === 'store-locked' ? detail?.['pid'] : undefined;
  const reason = pid === undefined ? words : say('cli.heldBy', { reason: words, pid });
  const hasPlace = code.startsWith('store-') || code.startsWith('disk-');
  return hasPlace ? say('cli.where', { reason, folder }) : reason;
}

const exampleView = `'{"field":"tag","op":"hasAnyOf","arg":["vip"]}'`;

export const usageWords = (): string => say('cli.usage', { example: exampleView });
