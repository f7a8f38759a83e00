// Bytes as base64 text (RFC 4648 section 4) by the platform's own functions, which
// every JavaScript runtime we run on has.

import { fromBase64 as decode, toBase64 as encode } from 'lib0/buffer';

export const toBase64 = (bytes: Uint8Array): string => encode(bytes);
export const fromBase64 = (text: string): Uint8Array => decode(text);
