// The system's keystore, asked for the host. Electron's own encryption counts as none where the
// system has none: its password is the same on every computer then.

import { safeStorage } from 'electron';

export function hasKeystore(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  if (process.platform !== 'linux') return true;
  return !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}

/** Undefined where it refuses. */
export function askKeystore(act: 'wrap' | 'unwrap', text: string): string | undefined {
  try {
    return act === 'wrap'
      ? safeStorage.encryptString(text).toString('base64')
      : safeStorage.decryptString(Buffer.from(text, 'base64'));
  } catch {
    return undefined;
  }
}
