// What the browser shell is started with.

import { parseArgs } from 'node:util';

export type LoopbackOptions = {
  profile: string | undefined;
  port: number;
  open: boolean;
  /** Why this shell and not the other, for the owner to read. */
  why: string | undefined;
};

/** Null where the options make no sense. */
export function parseLoopbackOptions(args: readonly string[]): LoopbackOptions | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        profile: { type: 'string' },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        why: { type: 'string' },
      },
    });
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : -1;
    if (port < 0 || port > 65_535) return null;
    return { profile: values.profile, port, open: !values['no-open'], why: values.why };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
