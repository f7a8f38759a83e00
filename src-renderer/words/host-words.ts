// Codes become words here and nowhere else in the window. Each says what happened
// and what to do next; none blames.

import type { StoreCondition } from '../../src-shared/bridge/host-types.ts';
import type { NetworkInfo } from '../../src-shared/bridge/team-types.ts';
import type { Failure } from '../../src-shared/domain/result.ts';

export function errorWords({ code, detail }: Failure): string {
  switch (code) {
    case 'bad-input':
      return 'Something in this could not be understood. Nothing was changed; please look at what was typed.';
    case 'not-found':
      return 'This is no longer here. It may have been removed meanwhile.';
    case 'file-empty':
      return 'This file is empty. Export it once more from where it came from.';
    case 'file-not-text':
      return 'This is not a contacts file: it holds no readable text. Choose a CSV or vCard (.vcf) file.';
    case 'file-too-large':
      return 'This file is larger than 256 MB. Split it into smaller ones and import them one after the other.';
    case 'file-not-recognised':
      return 'This file is neither a CSV nor a vCard. Export it again as one of the two.';
    case 'file-no-header':
      return 'No line with column names was found. The first line should name the columns, such as “First Name, Email”.';
    case 'file-truncated':
      return 'The file ends in the middle. Export or copy it once more.';
    case 'too-many-columns':
      return 'This file has more columns than a contact list can have. Is it really a list of people?';
    case 'value-too-large':
      return 'One value is too large to keep. Shorten it and try again; your text is still here.';
    case 'attachment-too-large':
      return 'This file is larger than 25 MB, which is more than can be attached. Put it into a shared folder and add a link.';
    case 'plan-has-no-rows':
      return 'There is nothing in this file to import.';
    case 'cancelled':
      return 'Stopped. Nothing was changed.';
    case 'busy':
      return 'Something else is still running. Wait until it is done, then try again.';
    case 'nothing-to-undo':
      return 'There is nothing to undo.';
    case 'changed-since':
      return 'This has changed since. Look at it once more, then decide.';
    case 'wrong-passphrase':
      return 'That passphrase does not open this backup. Check capital letters and try again.';
    case 'not-a-backup':
      return 'This is not a Rapport backup, or it is damaged. Choose another one.';
    case 'update-refused':
      return 'This change is too large or damaged and was not taken. What was there is kept.';
    case 'record-erased':
      return 'This person was erased for good and cannot be changed.';
    case 'not-an-invite':
      return 'These words do not fit together. Check them against the other screen: there are twelve, in that order.';
    case 'unknown-word':
      return `“${detail?.['word'] ?? ''}” is not one of the invite words. Check how it is spelt on the other screen.`;
    case 'has-team':
      return 'This laptop already belongs to a team. Leave it first.';
    case 'no-team':
      return 'This laptop does not belong to a team.';
    case 'owner-only':
      return 'Only an owner of the team can do that. Ask one of them.';
    case 'last-owner':
      return 'A team needs an owner. Make somebody else an owner first.';
    case 'not-a-bundle':
      return 'This is not a Rapport file, or it was damaged on the way. Nothing was changed; copy it once more.';
    case 'other-team':
      return 'This file belongs to another team, or was made after this laptop was last in step. Connect once, then read it again.';
    case 'network-held':
      return 'This network costs by use, so Rapport does not use it here. Join another one, or change that on the Team page.';
    case 'feed-empty':
      return 'The server answered with nothing. Try again later, or look at the address in the browser.';
    case 'not-a-feed':
      return 'Nothing that can be followed was found there. Open the page in the browser and look for a link that says RSS, Atom or feed.';
    case 'feed-too-large':
      return 'What the server sends is too long to be a feed. Is this the right address?';
    case 'feed-slow':
      return 'The server took too long to answer. Try again later.';
    case 'feed-inside':
      return `This leads into a private network (${detail?.['address'] ?? ''}), where feeds are not fetched from.`;
    case 'feed-unreachable':
      return detail?.['why'] === 'name'
        ? 'No server by that name was found. Check the spelling, and that this laptop is on the internet.'
        : detail?.['why'] === 'encoding'
          ? 'What the server sent was broken on the way. Try again later.'
          : 'The server could not be reached. Check the address, or try again later.';
    case 'feed-certificate':
      return 'The server cannot prove that it is who it says (its certificate is wrong), so nothing was fetched.';
    case 'feed-status':
      return `The server answered that there is nothing to be had there (${detail?.['status'] ?? ''}). Check the address in the browser.`;
    case 'feed-network':
      return 'This laptop has no way to the internet just now. Try again when it has.';
    case 'feed-off':
      return 'This laptop fetches nothing: Listening is switched off. Switch it on on the Listening page.';
    case 'not-a-picture':
      return 'What the server sent is not a picture that can be shown safely.';
    case 'disk-full':
      return 'The disk is full: free some space and try again. What was there is kept.';
    case 'disk-read-only':
      return 'The disk cannot be written to. Check the drive or its permissions; Rapport goes on by itself.';
    case 'store-locked':
      return `Another Rapport already has this profile open${detail?.['pid'] === undefined ? '' : ` (process ${detail['pid']})`}. Use that window.`;
    case 'store-damaged':
      return 'The book is damaged. Restore the newest backup; the damaged file is kept beside it.';
    case 'store-newer':
      return 'This book was written by a newer Rapport. Update this one to open it.';
    case 'store-closed':
      return 'The book is being opened. Try again in a moment.';
    case 'host-gone':
      return 'Rapport’s background part does not answer. It is being started again; what you typed is still here.';
    case 'unknown-request':
    case 'internal':
      return 'Something went wrong inside Rapport. Nothing was lost; try again, and restart it if it happens twice.';
  }
}

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
