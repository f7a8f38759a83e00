// What the Electron shell is started with. Chromium's own switches stand beside ours
// on the command line, so only ours are looked at.

import { profileDirOf } from './profile-dir.ts';

export type ShellOptions = {
  profileDir: string;
  /** Why this shell and not the other, for the owner to read. */
  why: string | undefined;
};

export function parseShellOptions(argv: readonly string[]): ShellOptions {
  return { profileDir: profileDirOf(optionOf(argv, 'profile')), why: optionOf(argv, 'why') };
}

/** Both `--name=value` and `--name value`. */
function optionOf(argv: readonly string[], name: string): string | undefined {
  const joined = argv.find((arg) => arg.startsWith(`--${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 3);
  const at = argv.indexOf(`--${name}`);
  return at === -1 ? undefined : argv[at + 1];
}
