// Of which conversation a mail is that we began ourselves: as an import finds it by what its
// answer refers to.

/** `hash` as imports have it: SHA-256 in base64url. `messageId`: with its angle brackets. */
export const threadWords = (messageId: string): string => `thread ${messageId}`;
