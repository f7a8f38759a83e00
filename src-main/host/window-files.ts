// Which files a window has handed over: what it opened ends with it, whether it lies here
// still or an import was begun over it. What is being imported is imported to its end.

import type { Handlers } from '../../src-shared/bridge/server.ts';

export type WindowFiles = {
  handlers: Handlers;
  /** The window is gone. */
  close: () => Promise<void>;
};

export function createWindowFiles(handlers: Handlers): WindowFiles {
  const files = new Set<string>();
  const applying = new Map<string, Promise<unknown>>();
  let isGone = false;
  const forget = async (file: string): Promise<void> => {
    files.delete(file);
    await applying.get(file);
    await handlers['import.close']({ file });
  };
  return {
    handlers: {
      ...handlers,
      'handover.open': async (input) => {
        const opened = await handlers['handover.open'](input);
        if (!opened.ok) return opened;
        files.add(opened.value.file);
        if (isGone) await forget(opened.value.file);
        return opened;
      },
      'handover.close': (input) => {
        files.delete(input.file);
        return handlers['handover.close'](input);
      },
      'import.apply': (input) => {
        const applied = Promise.resolve(handlers['import.apply'](input));
        const ended = applied.then(
          () => applying.delete(input.file),
          () => applying.delete(input.file),
        );
        applying.set(input.file, ended);
        return applied;
      },
      'import.close': (input) => {
        files.delete(input.file);
        return handlers['import.close'](input);
      },
    },
    close: async () => {
      isGone = true;
      for (const file of files) await forget(file);
    },
  };
}
