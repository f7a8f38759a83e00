// What may be the matter with the book, and what networks are called.

import type { StoreCondition } from '../../bridge/host-types.ts';
import type { NetworkInfo } from '../../bridge/team-types.ts';

type Trouble = Exclude<StoreCondition['state'], 'ok'>;

export const conditions = {
  'condition.full':
    'The disk is full. What you have is safe; new changes are refused until there is space again.',
  'condition.read-only':
    'The disk cannot be written to. What you have is safe; new changes are refused until it can.',
  'condition.damaged':
    'The book could not be opened: its file is damaged or missing. Restore a backup; nothing is overwritten, the old file is kept.',
  'condition.no-key':
    'The book is encrypted, and the key beside it (keys.json) is missing, cannot be read or belongs to another book. Nothing was changed. Put keys.json of this profile back and start again, or restore a backup.',
  'condition.locked':
    'Type the passphrase, or the twelve recovery words that were written down when it was locked.',
  'condition.encrypting':
    'This happens once and takes some seconds. Nothing is lost if it is cut off.',
  'condition.newer':
    'This book was written by a newer version of Rapport. It was left untouched: update Rapport to open it.',
} as const satisfies { readonly [state in Trouble as `condition.${state}`]: string };

export const networks = {
  'network.hotspot': 'Phone’s hotspot',
  'network.wifi': 'Wi-Fi',
  'network.cable': 'Cable',
  'network.modem': 'Phone or modem',
  'network.vpn': 'VPN',
  'network.other': 'Network',
} as const satisfies { readonly [kind in NetworkInfo['kind'] as `network.${kind}`]: string };
