// Mails that programs get wrong, and mails that somebody made to do harm, by what is wrong.

import { mailText } from './mails.ts';

const part = (boundary: string, head: string, body: string): string =>
  `--${boundary}\r\n${head}\r\n\r\n${body}\r\n`;

const multipart = (body: string, boundary = 'b'): string =>
  mailText({ text: body, more: [`Content-Type: multipart/mixed; boundary="${boundary}"`] });

const page = (html: string): string => mailText({ text: html, more: ['Content-Type: text/html'] });

function nested(depth: number): string {
  let body = 'deep';
  for (let at = depth; at > 0; at -= 1)
    body = `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n${body}\r\n--b${at}--`;
  return multipart(body, 'b1');
}

function forwarded(depth: number): string {
  let mail = mailText({ text: 'innermost' });
  for (let at = 0; at < depth; at += 1)
    mail = mailText({ text: mail, more: ['Content-Type: message/rfc822'] });
  return mail;
}

const charsets = [
  'utf-7',
  'utf-8',
  'utf-16',
  'utf-16le',
  'utf-32',
  'x-unknown',
  'iso-8859-1',
  'iso-8859-8-i',
  'windows-1252',
  'gb2312',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'iso-2022-kr',
  'koi8-r',
  'macintosh',
  'us-ascii',
  '""',
  '../../etc',
  '\u0000',
];
const encodings = [
  'base64',
  'quoted-printable',
  '7bit',
  '8bit',
  'binary',
  'x-uuencode',
  'gzip',
  '',
];
const dates = [
  'yesterday',
  '31 Feb 2026 25:61:00',
  'Tue, 03 Nov 0026 10:00:00',
  'Tue, 03 Nov 99999 10:00:00 +0000',
  '9'.repeat(500),
  '',
  '\u0000',
  'Thu, 01 Jan 1970 00:00:00 +0000',
];
const senders = [
  '',
  '<>',
  '@',
  'a@',
  '@b',
  'a@b@c',
  '"a"@b.example',
  '<<a@b.example>>',
  `${'x'.repeat(5_000)}@b.example`,
  'group: a@b.example, c@d.example;',
  'group:;',
  'undisclosed-recipients:;',
  '=?utf-8?B?4?= <a@b.example>',
  '=?x?Q?=00?= <a@b.example>',
  '"\\" <a@b.example>',
  '\u202egnp.exe <a@b.example>',
  '(a(b(c) <a@b.example>',
];
const pages = [
  '<script>fetch("http://evil.example")</script>hi',
  '<img src=x onerror=alert(1)>',
  '<iframe src=//evil.example>',
  '<style>@import "http://evil.example"</style>hi',
  '<svg><script>1</script></svg>',
  '<p'.repeat(5_000),
  '<div>'.repeat(30_000),
  '<blockquote>'.repeat(20_000),
  '&#0;&#xffffffff;&nosuch;',
  '<!--'.repeat(1_000),
  '<![CDATA[x]]>',
  '<table>'.repeat(5_000),
  '<a href="javascript:alert(1)">x</a>',
  '<base href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '\ufffe\ud800<p>\udfff',
  '<object data=//evil.example>',
];

export const hostileMails: readonly (readonly [what: string, mail: string])[] = [
  ...charsets.map(
    (charset) =>
      [
        `charset ${charset}`,
        mailText({
          text: 'h\u00e9llo \u00ff',
          more: [`Content-Type: text/plain; charset=${charset}`],
        }),
      ] as const,
  ),
  ...encodings.map(
    (encoding) =>
      [
        `encoding ${encoding}`,
        mailText({ text: '=\r\n=ZZ!!==@@', more: [`Content-Transfer-Encoding: ${encoding}`] }),
      ] as const,
  ),
  ...dates.map((date, at) => [`date ${at}`, mailText({ date: date === '' ? ' ' : date })] as const),
  ...senders.map((from, at) => [`sender ${at}`, mailText({ from })] as const),
  ...pages.map((html, at) => [`page ${at}`, page(html)] as const),
  ...[10, 99, 101, 260, 2_000].map((depth) => [`parts ${depth} deep`, nested(depth)] as const),
  ...[1, 5, 12, 60].map((depth) => [`forwarded ${depth} times`, forwarded(depth)] as const),
  ['empty', ''],
  ['blank lines', '\r\n\r\n\r\n'],
  ['a head without an end', 'From: a@b.example'],
  ['only zeros', '\u0000'.repeat(10_000)],
  ['a head of 3 MB', mailText({ more: [`X-Long: ${'x'.repeat(3_000_000)}`] })],
  ['100,000 fields', mailText({ more: Array.from({ length: 100_000 }, (_, at) => `X-${at}: y`) })],
  [
    '50,000 receivers',
    mailText({ to: Array.from({ length: 50_000 }, (_, at) => `a${at}@b.example`).join(', ') }),
  ],
  ['100,000 references', mailText({ more: [`References: ${'<a@b> '.repeat(100_000)}`] })],
  ['a boundary of none', multipart('text', '')],
  ['a boundary that never comes', multipart('text')],
  ['a boundary in a boundary', multipart(`${part('b', 'X: y', '--b--b')}--b----b--`)],
  ['3,000 parts', multipart(part('b', 'Content-Type: text/plain', 'x').repeat(3_000))],
  ['a part without a head', multipart('--b\r\n\r\n\r\n--b--')],
  [
    'a name of 100,000 letters',
    multipart(part('b', `Content-Disposition: attachment; filename="${'n'.repeat(100_000)}"`, 'x')),
  ],
  [
    'a name that climbs',
    multipart(part('b', 'Content-Disposition: attachment; filename="../../.ssh/id"', 'x')),
  ],
  [
    'a name in pieces',
    multipart(
      part('b', "Content-Disposition: attachment; filename*0*=utf-8''%ff; filename*9999=x", 'x'),
    ),
  ],
  ['a subject that turns round', mailText({ subject: '\u202etxt.exe\u0007' })],
  ['a subject of broken words', mailText({ subject: '=?utf-8?B?////?= =?utf-8?Q?=ZZ?=' })],
  ['quotes 10,000 deep', mailText({ text: `${'>'.repeat(10_000)} x` })],
  ['many short lines', mailText({ text: '>\n'.repeat(20_000) })],
  ['many dashes', mailText({ text: '-- \n'.repeat(20_000) })],
  ['an introduction without end', mailText({ text: `On ${'a '.repeat(200_000)}` })],
  ['half a letter', mailText({ text: '\ud83d' })],
  [
    'a calendar that is none',
    mailText({ text: 'BEGIN:VCALENDAR', more: ['Content-Type: text/calendar'] }),
  ],
  ['winmail that is none', multipart(part('b', 'Content-Type: application/ms-tnef', 'x'))],
  ['PGP that is none', mailText({ text: '-----BEGIN PGP MESSAGE-----' })],
  ['its own field twice', mailText({ more: ['From: c@d.example', 'Date: never', 'Subject:'] })],
  [
    'prototype',
    mailText({ more: ['__proto__: x', 'constructor: y', 'Content-Type: text/plain; __proto__=1'] }),
  ],
];
