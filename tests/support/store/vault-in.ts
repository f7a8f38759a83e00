// The vault of a profile whose book nobody has open, with a key where there is none yet.
import { openKeyring } from '../../../src-main/host/keys/keyring.ts';
import { openVault, type Vault } from '../../../src-main/host/keys/vault.ts';

export function vaultIn(profileDir: string): Vault {
  const { key, commit } = openKeyring(profileDir).forNewBook();
  commit();
  return openVault(key);
}
