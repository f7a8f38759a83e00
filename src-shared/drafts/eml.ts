// A mail as a file that a mail program opens as a draft (RFC 5322, RFC 2047, RFC 2045; X-Unsent
// is what Outlook and Thunderbird know a draft by). Text only.

type Mail = {
  to: string;
  subject: string;
  text: string;
  /** ms since 1970. */ at: number;
  /** Its Message-ID, with the angle brackets. */
  id: string;
};

const encoder = new TextEncoder();

/** UTF-8 as base64, in lines of at most 76 letters. */
function base64(text: string): string {
  let binary = '';
  for (const byte of encoder.encode(text)) binary += String.fromCodePoint(byte);
  return btoa(binary);
}

const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/u.test(text);

/** An encoded word holds at most 75 letters, and never half a letter of the text. */
function header(text: string): string {
  const line = text.replace(/[\r\n\t]+/gu, ' ').trim();
  if (isPlain(line) && line.length <= 900) return line;
  const words: string[] = [];
  let part = '';
  for (const letter of line) {
    if (encoder.encode(part + letter).length > 42) {
      words.push(part);
      part = '';
    }
    part += letter;
  }
  if (part !== '') words.push(part);
  return words.map((word) => `=?UTF-8?B?${base64(word)}?=`).join('\r\n ');
}

/** `to`: one address without a name. Lines end in CR LF. */
export function mailFile({ to, subject, text, at, id }: Mail): string {
  const body = base64(text.replace(/\r?\n/gu, '\r\n')).replace(/.{76}/gu, '$&\r\n');
  return [
    'X-Unsent: 1',
    `To: ${to.replace(/[\r\n]/gu, '')}`,
    `Subject: ${header(subject)}`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${id}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    body,
    '',
  ].join('\r\n');
}
