// What the owner set, and who this laptop is. How a page looks can be read while the book is
// locked (`settings.json`); everything else takes its key.

import { existsSync, readFileSync } from 'node:fs';

import { type HostSettings, settingsSchema } from '../../../src-shared/bridge/host-types.ts';
import { parseJson } from '../../../src-shared/values/parse-json.ts';
import { wipeFile } from '../book/backup/files.ts';
import type { Vault } from '../keys/vault.ts';
import { readJsonFile, writeIfPossible, writeJsonFile } from './json-file.ts';
import { lookOf, lookPath, lookSchema } from './look.ts';
import { openOwnDevice, type OwnDevice } from './own-device.ts';
import { openSealedJson, sealedPath } from './sealed-json.ts';

export type SettingsFile = Pick<OwnDevice, 'device' | 'keys' | 'renew'> & {
  /** Where this laptop's file is kept if it could not be read: it has a new identity then. */
  deviceAside: string | undefined;
  read: () => HostSettings;
  write: (patch: Partial<HostSettings>) => HostSettings;
};

export function openSettings(
  profileDir: string,
  vault: Vault,
  onChange: (settings: HostSettings) => void = () => undefined,
): SettingsFile {
  const path = lookPath(profileDir);
  const isFirst = !existsSync(sealedPath(profileDir, 'settings'));
  const file = openSealedJson(profileDir, 'settings', settingsSchema, vault);
  let current = isFirst ? readJsonFile(path, settingsSchema) : file.value;
  // Earlier versions kept everything in the one file.
  if (saysMore(path) && file.writeIfPossible(current)) {
    wipeFile(path);
    writeIfPossible(path, lookOf(current));
  }
  const { aside, ...own } = openOwnDevice(profileDir, vault);
  return {
    ...own,
    deviceAside: aside,
    read: () => current,
    write: (patch) => {
      const next = settingsSchema.parse({ ...current, ...patch });
      file.write(next);
      writeJsonFile(path, lookOf(next));
      current = next;
      onChange(current);
      return current;
    },
  };
}

const saysMore = (path: string): boolean =>
  existsSync(path) && !lookSchema.safeParse(parseJson(readFileSync(path, 'utf8'))).success;
