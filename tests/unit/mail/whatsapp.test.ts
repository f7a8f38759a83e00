import { expect, test } from 'vitest';

import { chatFormatOf } from '../../../src-shared/mail/chats/looks-like-chat.ts';
import { whatsAppDays } from '../../support/mail/chats.ts';

const at = (iso: string): number => Date.parse(`${iso}:00Z`);

/** The same two messages as phones of different languages write them down. */
const written: readonly [name: string, text: string][] = [
  ['iPhone, German', '[03.11.26, 10:15:22] Ana Roe: Hi\n[13.11.26, 15:05:01] Me: Yes'],
  ['Android, German', '03.11.26, 10:15 - Ana Roe: Hi\n13.11.26, 15:05 - Me: Yes'],
  ['older Android, German', '03.11.26 um 10:15 - Ana Roe: Hi\n13.11.26 um 15:05 - Me: Yes'],
  ['American', '11/3/26, 10:15 AM - Ana Roe: Hi\n11/13/26, 3:05 PM - Me: Yes'],
  [
    'American with narrow spaces',
    '[11/3/26, 10:15:22\u202fAM] Ana Roe: Hi\n[11/13/26, 3:05:01\u202fPM] Me: Yes',
  ],
  ['British', '03/11/2026, 10:15 - Ana Roe: Hi\n13/11/2026, 15:05 - Me: Yes'],
  ['Indian', '03/11/26, 10:15 am - Ana Roe: Hi\n13/11/26, 3:05 pm - Me: Yes'],
  ['Spanish', '3/11/26, 10:15 a. m. - Ana Roe: Hi\n13/11/26, 3:05 p. m. - Me: Yes'],
  ['Brazilian', '03/11/2026 10:15 - Ana Roe: Hi\n13/11/2026 15:05 - Me: Yes'],
  ['Dutch', '03-11-2026 10:15 - Ana Roe: Hi\n13-11-2026 15:05 - Me: Yes'],
  ['Swedish', '2026-11-03 10:15 - Ana Roe: Hi\n2026-11-13 15:05 - Me: Yes'],
  ['Finnish', '3.11.2026 klo 10.15 - Ana Roe: Hi\n13.11.2026 klo 15.05 - Me: Yes'],
  ['Hungarian', '2026. 11. 03. 10:15 - Ana Roe: Hi\n2026. 11. 13. 15:05 - Me: Yes'],
  ['Chinese', '2026/11/3 上午10:15 - Ana Roe: Hi\n2026/11/13 下午3:05 - Me: Yes'],
  ['Korean', '2026. 11. 3. 오전 10:15 - Ana Roe: Hi\n2026. 11. 13. 오후 3:05 - Me: Yes'],
  [
    'Arabic',
    '[٣\u200f/١١\u200f/٢٠٢٦, ١٠:١٥:٢٢ ص] Ana Roe: Hi\n\u200f[١٣\u200f/١١\u200f/٢٠٢٦، ٣:٠٥:٠١ م] Me: Yes',
  ],
  ['Thai', '3/11/2569 10:15 - Ana Roe: Hi\n13/11/2569 15:05 - Me: Yes'],
];

test.each(written)('%s: days and times are read as they were', (_, text) => {
  expect(chatFormatOf(text)).toBe('whatsapp');
  const days = whatsAppDays(text);
  const minutes = days.map((day) => Math.floor((day.at ?? 0) / 60_000) * 60_000);
  expect(minutes).toEqual([at('2026-11-03T10:15'), at('2026-11-13T15:05')]);
  expect(days.map((day) => day.text)).toEqual(['10:15 Ana Roe: Hi', '15:05 → Yes']);
});

test('where every day could be two, those that follow each other say which, else the country', () => {
  const us = '1/2/26, 10:15 - Ana Roe: a\n1/3/26, 10:15 - Me: b\n2/1/26, 10:15 - Me: c';
  expect(whatsAppDays(us).map((day) => day.at)).toEqual(
    ['2026-01-02T10:15', '2026-01-03T10:15', '2026-02-01T10:15'].map(at),
  );
  const either = '1/2/26, 10:15 - Ana Roe: a';
  expect(whatsAppDays(either)[0]?.at).toBe(at('2026-02-01T10:15'));
  expect(whatsAppDays(either, { country: 'US' })[0]?.at).toBe(at('2026-01-02T10:15'));
});

const long = [
  '03.11.26, 10:14 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Tippe, um mehr: ja',
  '03.11.26, 10:15 - Ana Roe: First line',
  'second line',
  '',
  '12:30 is fine: or not?',
  '03.11.26, 10:16 - Me: <Medien ausgeschlossen>',
  '03.11.26, 23:59 - Ana Roe: Good night 👩‍👩‍👧',
  '04.11.26, 00:01 - Me: You too',
].join('\r\n');

test('one entry a day, with messages of several lines, and without lines of the program', () => {
  const [first, second, ...more] = whatsAppDays(long);
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    subject: 'WhatsApp',
    from: [{ name: 'Ana Roe', address: 'name:Ana Roe' }],
    direction: 'both',
    chat: { network: 'WhatsApp', lines: 3, isGroup: false },
    text: '10:15 Ana Roe: First line\nsecond line\n\n12:30 is fine: or not?\n10:16 → <Medien ausgeschlossen>\n23:59 Ana Roe: Good night 👩‍👩‍👧',
  });
  expect(second).toMatchObject({ direction: 'out', to: [{ name: 'Ana Roe' }], from: [] });
  expect(second?.references).toEqual(first?.references);
});

test('what stands behind a mark of the program goes, files stay', () => {
  const days = whatsAppDays(
    [
      '[03.11.26, 10:14:00] Ana Roe: \u200eMessages and calls are end-to-end encrypted.',
      '\u200e[03.11.26, 10:15:00] Ana Roe: \u200eimage omitted',
      '\u200e[03.11.26, 10:16:00] Me: \u200e<attached: 00000012-AUDIO.opus>',
    ].join('\n'),
    { file: 'WhatsApp Chat - Ana Roe.zip/_chat.txt' },
  );
  expect(days.map(({ text }) => text)).toEqual([
    '10:15 Ana Roe: image omitted\n10:16 → <attached: 00000012-AUDIO.opus>',
  ]);
});

test('who is meant is left open where the file does not say whose it is', () => {
  const text = '03.11.26, 10:15 - Ana Roe: Hi\n03.11.26, 10:16 - Bo: Hi';
  const [day] = whatsAppDays(text, { file: 'chat.txt' });
  expect(day?.from.map(({ name }) => name)).toEqual(['Ana Roe', 'Bo']);
  expect(day).not.toHaveProperty('direction');
});

test('numbers are read by their country, and a group by its name', () => {
  const [day] = whatsAppDays(
    [
      '03.11.26, 10:14 - Ana Roe hat die Gruppe „Tour: Mai“ erstellt',
      '03.11.26, 10:15 - +49 170 1234567: Hi',
      '03.11.26, 10:16 - ~ Bo: Hi',
      '03.11.26, 10:17 - Ana Roe: Hi',
    ].join('\n'),
    { file: 'WhatsApp-Chat mit Tour (1).txt' },
  );
  expect(day).toMatchObject({
    subject: 'WhatsApp: Tour',
    chat: { isGroup: true, lines: 3 },
    to: [],
    from: [
      { name: '', address: 'phone:+491701234567' },
      { name: 'Bo', address: 'name:Bo' },
      { address: 'name:Ana Roe' },
    ],
  });
});

test('a day has the same key whatever comes after it, and another in another chat', () => {
  const some = whatsAppDays(long.slice(0, long.indexOf('03.11.26, 23:59')));
  expect(some[0]?.key).toBe(whatsAppDays(long)[0]?.key);
  const other = whatsAppDays(long.replaceAll('Ana Roe', 'Anna Poe'));
  expect(other[0]?.key).not.toBe(some[0]?.key);
});

test('notes and mails are no chats', () => {
  for (const text of ['Hello\n03.11.26, 10:15 - Ana: Hi', '- milk\n- bread', 'From: a@b.example'])
    expect(chatFormatOf(text)).toBeUndefined();
});
