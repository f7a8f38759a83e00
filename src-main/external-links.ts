// A link out of the page (a person's website, an address to write to) opens in the
// owner's own browser, and only after they have seen where it leads.

import { dialog, shell } from 'electron';

import { linkAddress } from '../src-shared/feeds/address.ts';
import { isDraftLink, isMailLink } from '../src-shared/values/mail-link.ts';
import { isMapLink } from '../src-shared/values/map-link.ts';
import { isSmsLink } from '../src-shared/values/messenger-link.ts';
import { say } from './say.ts';

const longestAddress = 2_000;

export async function offerToOpen(address: string): Promise<void> {
  const url = parseLink(address);
  if (url === null) return;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: say('shell.openLink'),
    detail: url,
    buttons: [say('shell.open'), say('shell.cancel')],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) await shell.openExternal(url);
}

/**
 * Null for anything but a web, mail or phone address, a number to text and a place on a map: other schemes can start
 * programs. A mail link may say to whom, its subject and text, and nothing else: never what is attached.
 */
function parseLink(address: string): string | null {
  if (address.length > longestAddress || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  if (
    protocol === 'tel:' ||
    isSmsLink(address) ||
    isMailLink(address) ||
    isDraftLink(address) ||
    isMapLink(address)
  )
    return href;
  return linkAddress(address) ?? null;
}
