// Under which name the room of a note is known on hubs: only who has a key of the team can
// tell which record it is about.

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** HMAC-SHA-256 (RFC 2104) of the record's path under the epoch's key for note rooms. */
export async function noteTopic(key: string, path: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const secret = await crypto.subtle.importKey('raw', encode(key), algorithm, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', secret, encode(path));
  return `n${[...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
