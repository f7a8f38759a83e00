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
