// The name that a vCard carries for good (RFC 6350, UID), kept as an external id.

/** The system under which a person's ids have it. */
export const cardSystem = 'vCard';

const longestUid = 500;

/** Without `urn:uuid:`; a UUID in lower case; '' when there is none that can be kept. */
export function cardUid(text: string): string {
  const uid = text.trim().replace(/^urn:uuid:/i, '');
  if (uid.length > longestUid) return '';
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uid) ? uid.toLowerCase() : uid;
}

/** The key under which a record with that id is found. */
export const cardKey = (uid: string): string => `id:${cardSystem}:${uid}`;
