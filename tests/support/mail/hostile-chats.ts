// Chats that nobody means well with, and files cut off anywhere.

import { strToU8, zipSync } from 'fflate';

type Hostile = readonly [name: string, text: string];

const line = '03.11.26, 10:15 - Ana Roe: Hi';
const evil = '<script src=http://evil.example></script>';

const whatsApps: Hostile[] = [
  ['a day that is none', '99.99.26, 10:15 - Ana: Hi'],
  ['an hour that is none', '03.11.26, 99:99 - Ana: Hi'],
  ['a year that is none', '03.11.9999, 10:15 - Ana: Hi'],
  ['nobody wrote', '03.11.26, 10:15 - : Hi'],
  ['no words', '03.11.26, 10:15 - Ana:'],
  ['only a head', '03.11.26, 10:15 - '],
  ['a name of 100,000 letters', `03.11.26, 10:15 - ${'n'.repeat(100_000)}: Hi`],
  ['a message of 3 MB', `${line}${'x'.repeat(3_000_000)}`],
  ['a message of 300,000 lines', `${line}\n${'y\n'.repeat(300_000)}`],
  [
    '20,000 who write',
    Array.from({ length: 20_000 }, (_, at) => `03.11.26, 10:15 - A${at}: Hi`).join('\n'),
  ],
  [
    '20,000 days',
    Array.from(
      { length: 20_000 },
      (_, at) => `${(at % 28) + 1}.${(at % 12) + 1}.20${at % 90}, 10:15 - A: Hi`,
    ).join('\n'),
  ],
  ['words before the time without end', `03.11.26, ${'a'.repeat(50_000)} 10:15 - A: Hi`],
  ['spaces without end', `03.11.26,${' '.repeat(50_000)}10:15 - A: Hi`],
  ['letters that turn round', `03.11.26, 10:15 - \u202eAna: \u202etxt.exe\u0007`],
  ['marks without end', `${'\u200e'.repeat(100_000)}${line}`],
  ['scripts', `${line} ${evil.replace('evil', 'good')}`],
  ['half a letter', `${line} \ud83d`],
  ['zeros', `${line}\n${'\u0000'.repeat(10_000)}`],
  ['prototype', '03.11.26, 10:15 - __proto__: Hi\n03.11.26, 10:16 - constructor: Hi'],
  [
    'days that go back',
    `05.11.26, 10:15 - A: Hi\n04.11.26, 10:15 - A: Hi\n05.11.26, 10:15 - A: Hi`,
  ],
];

const single = (messages: unknown, more: object = {}): string =>
  JSON.stringify({ name: 'Ana', type: 'personal_chat', id: 1, messages, ...more });
const message = {
  type: 'message',
  date_unixtime: '1793700900',
  from: 'Ana',
  from_id: 'user1',
  text: 'Hi',
};

const telegrams: Hostile[] = [
  ['messages that are none', single('x')],
  ['messages of null', single([null, 1, 'x', [], {}])],
  ['no time', single([{ ...message, date_unixtime: 'x' }])],
  ['a time beyond all', single([{ ...message, date_unixtime: '9e99' }])],
  ['a time before all', single([{ ...message, date_unixtime: '-9999999999999' }])],
  ['words of lists', single([{ ...message, text: [[['x']], { text: { text: 'x' } }, null] }])],
  [
    'words 40 deep',
    single([{ ...message, text: JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`) }]),
  ],
  ['10,000 deep', `{"name":"A","type":"personal_chat","id":1,"messages":${'['.repeat(10_000)}`],
  ['cut off', single([message]).slice(0, -3)],
  ['50,000 messages', single(Array.from({ length: 50_000 }, () => message))],
  ['words of 3 MB', single([{ ...message, text: 'x'.repeat(3_000_000) }])],
  ['a file that climbs', single([{ ...message, file: '../../.ssh/id' }])],
  ['an account of nothing', '{"personal_information":null,"chats":{"list":[null,{}]}}'],
  ['prototype', single([message]).replace('"id":1', '"__proto__":{"x":1},"id":1')],
];

const sms = (body: string): string => `<?xml version='1.0'?><smses count="1">${body}</smses>`;
const one = (more: string): string =>
  `<sms address="+491701234567" date="1793700900000" type="1" ${more}/>`;

const backups: Hostile[] = [
  [
    'its own entities',
    `<?xml version="1.0"?><!DOCTYPE smses [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;">]>${sms(one('body="&b;&a;"')).slice(21)}`,
  ],
  [
    'an entity from elsewhere',
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sms(one('body="&a;"')).slice(21)}`,
  ],
  ['halves of letters', sms(one('body="&#55357;x&#56832;&#55357;&#55357;"'))],
  ['no time', sms(one('body="x"').replace('1793700900000', 'x'))],
  ['a time beyond all', sms(one('body="x"').replace('1793700900000', '9e99'))],
  ['nobody', sms('<sms date="1793700900000" type="1" body="x"/>')],
  [
    '5,000 receivers',
    sms(
      `<mms address="${'+4917012345~'.repeat(5_000)}" date="1793700900000" msg_box="2"><parts><part ct="text/plain" text="x"/></parts></mms>`,
    ),
  ],
  [
    '20,000 parts',
    sms(
      `<mms address="+49170123456" date="1793700900000" msg_box="1">${'<part ct="text/plain" text="x"/>'.repeat(20_000)}</mms>`,
    ),
  ],
  ['tags in tags', sms('<mms>'.repeat(30_000))],
  ['a tag without end', `${sms('')}<sms body="${'x'.repeat(3_000_000)}`],
  ['cut off', sms(one('body="x"')).slice(0, 60)],
  ['a comment without end', `${sms(one('body="x"')).slice(0, -8)}<!--${'-'.repeat(100_000)}`],
  ['scripts', sms(one('body="&lt;script&gt;x&lt;/script&gt;"'))],
  ['prototype', sms(one('__proto__="x" body="x"'))],
];

export const hostileChats: readonly Hostile[] = [
  ...whatsApps.map(([name, text]) => [`WhatsApp: ${name}`, text] as const),
  ...telegrams.map(([name, text]) => [`Telegram: ${name}`, text] as const),
  ...backups.map(([name, text]) => [`SMS: ${name}`, text] as const),
];

const zipped = (): Uint8Array => zipSync({ '_chat.txt': strToU8(line), 'b.txt': strToU8(line) });

const withNumber = (fromEnd: number, number: number): Uint8Array => {
  const bytes = zipped();
  new DataView(bytes.buffer).setUint32(bytes.length - fromEnd, number, true);
  return bytes;
};

export const hostileZips: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['empty', new Uint8Array(0)],
  ['only a mark', strToU8('PK')],
  ['cut off', zipped().subarray(0, 60)],
  ['without its list', zipped().subarray(0, -30)],
  ['a list of 4 GB', withNumber(10, 0xff_ff_ff_fe)],
  ['a list elsewhere', withNumber(6, 0x7f_ff_ff_ff)],
  ['a list in the far', withNumber(6, 0xff_ff_ff_ff)],
  ['a list that begins in the middle', withNumber(6, 3)],
  ['zeros', new Uint8Array(100_000)],
  ['ends without end', strToU8('PK\u0005\u0006'.repeat(20_000))],
];
