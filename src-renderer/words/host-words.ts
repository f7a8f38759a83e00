// Codes become words here and nowhere else in the window. Each says what happened
// and what to do next; none blames.

import type { StoreCondition } from '../../src-shared/bridge/host-types.ts';
import type { NetworkInfo } from '../../src-shared/bridge/team-types.ts';
import type { Failure } from '../../src-shared/domain/result.ts';
import { say } from '../../src-shared/words/say.ts';

/** What a failure's phrase may name and the failure may not carry. */
const unknown = { word: '', address: '', status: '', why: 'other', pid: 'none' };

export const errorWords = ({ code, detail }: Failure): string =>
  say(`error.${code}`, { ...unknown, ...detail });

export function conditionWords({ state }: StoreCondition): string {
  switch (state) {
    case 'ok':
      return '';
    case 'full':
      return 'The disk is full. What you have is safe; new changes are refused until there is space again.';
    case 'read-only':
      return 'The disk cannot be written to. What you have is safe; new changes are refused until it can.';
    case 'damaged':
      return 'The book could not be opened: its file is damaged or missing. Restore a backup; nothing is overwritten, the old file is kept.';
    case 'newer':
      return 'This book was written by a newer version of Rapport. It was left untouched: update Rapport to open it.';
  }
}

/** A network as its owner may know it, such as “Wi-Fi, 192.168.1.0/24”. */
export const networkWords = ({ kind, subnet }: NetworkInfo): string =>
  `${networkNames[kind]}, ${subnet}`;

const networkNames = {
  hotspot: 'Phone’s hotspot',
  wifi: 'Wi-Fi',
  cable: 'Cable',
  modem: 'Phone or modem',
  vpn: 'VPN',
  other: 'Network',
} as const;

/** What was done, for the toast after it. `label` is an action's label. */
export function doneWords(label: string, count: number): string {
  const things = count === 1 ? '1 record' : `${count.toLocaleString()} records`;
  switch (label) {
    case 'create':
      return count === 1 ? 'Added' : `Added ${things}`;
    case 'edit':
      return count === 1 ? 'Saved' : `Changed ${things}`;
    case 'trash':
      return `Moved ${things} to the trash`;
    case 'restore':
      return `Restored ${things}`;
    case 'erase':
      return `Erased ${things} for good`;
    case 'merge':
      return 'Merged';
    case 'unmerge':
      return 'Taken apart again';
    case 'resolve-conflict':
      return 'Decided';
    case 'import':
      return `Imported ${things}`;
    case 'share':
      return count === 1 ? 'Shared with the team' : `Shared ${things} with the team`;
    case 'sample':
      return 'Sample team loaded';
    default:
      return 'Done';
  }
}
