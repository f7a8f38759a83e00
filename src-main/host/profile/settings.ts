// What the owner set, and who this laptop is. Two small files beside the book.

import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { z } from 'zod';

import { type HostSettings, settingsSchema } from '../../../src-shared/bridge/host-types.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const deviceSchema = z.object({
  id: z.string().min(1).optional(),
  name: z.string().min(1).optional(),
});

export type Device = { id: string; name: string };

export type SettingsFile = {
  device: Device;
  read: () => HostSettings;
  write: (patch: Partial<HostSettings>) => HostSettings;
};

export function openSettings(profileDir: string): SettingsFile {
  const path = join(profileDir, 'settings.json');
  let current = readJsonFile(path, settingsSchema);
  return {
    device: openDevice(join(profileDir, 'device.json')),
    read: () => current,
    write: (patch) => {
      const next = settingsSchema.parse({ ...current, ...patch });
      writeJsonFile(path, next);
      current = next;
      return current;
    },
  };
}

/** The id is made once and kept; the name is the computer's. */
function openDevice(path: string): Device {
  const known = readJsonFile(path, deviceSchema);
  const device = { id: known.id ?? randomUUID(), name: known.name ?? hostname() };
  if (known.id === undefined) writeJsonFile(path, device);
  return device;
}
