// What the owner set, and who this laptop is. Two small files beside the book.

import { join } from 'node:path';

import { type HostSettings, settingsSchema } from '../../../src-shared/bridge/host-types.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { type Device, openOwnDevice, type OwnKeys } from './own-device.ts';

export type SettingsFile = {
  device: Device;
  keys: OwnKeys;
  /** Where this laptop's file is kept if it could not be read: it has a new identity then. */
  deviceAside: string | undefined;
  read: () => HostSettings;
  write: (patch: Partial<HostSettings>) => HostSettings;
};

export function openSettings(profileDir: string): SettingsFile {
  const path = join(profileDir, 'settings.json');
  let current = readJsonFile(path, settingsSchema);
  const { device, keys, aside } = openOwnDevice(profileDir);
  return {
    device,
    keys,
    deviceAside: aside,
    read: () => current,
    write: (patch) => {
      const next = settingsSchema.parse({ ...current, ...patch });
      writeJsonFile(path, next);
      current = next;
      return current;
    },
  };
}
