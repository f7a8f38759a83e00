// Mail addresses as they are compared: whoever writes from ana+shop@x.example is
// ana@x.example, however the letters are written.

import { foldItem, foldText } from '../domain/fold.ts';

const named = 'name:';

/** Only a name, which more than one may have. */
export const isOnlyName = (address: string): boolean => address.startsWith(named);

/** Of a chat: a number or a name. */
export const isOfChat = (address: string): boolean =>
  isOnlyName(address) || address.startsWith('phone:');

export const nameKey = (name: string): string => `${named}${foldText(name)}`;

/** Under which a person of the book has it among their keys. */
export const bookKey = (key: string): string => (isOfChat(key) ? key : `email:${key}`);

export const addressKey = (address: string): string =>
  isOnlyName(address) ? nameKey(address.slice(named.length)) : foldItem(address);

/** As which it may stand in the book; the address itself first. */
export function addressKeys(address: string): string[] {
  const key = addressKey(address);
  const plain = withoutPlus(key);
  return plain === key ? [key] : [key, plain];
}

/** One form for all the ways of writing to somebody. */
export const plainAddress = (address: string): string => withoutPlus(addressKey(address));

const withoutPlus = (key: string): string => key.replace(/^([^+@]+)\+[^@]*@/, '$1@');

const roles =
  /^(?:info|office|contact|kontakt|mail|post|hello|hallo|team|sales|verkauf|vertrieb|support|help|service|billing|invoices?|rechnung(?:en)?|buchhaltung|accounts?|orders?|bestellung(?:en)?|jobs?|hr|careers?|press|presse|admin|administrator|webmaster|postmaster|hostmaster|abuse|marketing|newsletter|news|notifications?|reception|empfang|privacy|datenschutz|legal|security)@/;

/** Of a desk and not of somebody. */
export const isRoleAddress = (address: string): boolean => roles.test(plainAddress(address));

/** Nobody reads what is sent there. */
export const isProgramAddress = (address: string): boolean =>
  /^(?:no-?_?reply|do-?not-?reply|donotreply|mailer-daemon|bounces?|notifications?|alerts?|automated?)(?:[^a-z].*)?@/.test(
    addressKey(address),
  );
