import { expect, test } from 'vitest';

import { createMailFile } from '../../../src-shared/mail/mail-file.ts';
import type { ReadMail } from '../../../src-shared/mail/mail-types.ts';
import { zipDataAt, zipEntries } from '../../../src-shared/mail/zip-entries.ts';
import { bytesOf, fileFacts } from '../../support/mail/mails.ts';
import { strToU8, zipSync } from 'fflate';

async function days(text: string, zone = 'Europe/Berlin'): Promise<ReadMail[]> {
  const file = createMailFile({ ...fileFacts, zone });
  const bytes = bytesOf(text);
  for (let at = 0; at < bytes.length; at += 7_000) await file.put(bytes.slice(at, at + 7_000));
  return ((await file.end()) ?? []).flatMap((read) => (read.ok ? [read.mail] : []));
}

const seconds = (iso: string): string => String(Date.parse(iso) / 1_000);
const said = (from: string, id: string, iso: string, text: unknown, more: object = {}) => ({
  type: 'message',
  date_unixtime: seconds(iso),
  from,
  from_id: id,
  text,
  ...more,
});

test('a chat of Telegram: days of the zone, links as text, and who of the two is us', async () => {
  const chat = {
    name: 'Ana Roe',
    type: 'personal_chat',
    id: 7,
    messages: [
      { type: 'service', date_unixtime: seconds('2026-11-03T08:00:00Z'), action: 'phone_call' },
      said('Ana Roe', 'user7', '2026-11-03T09:15:00Z', [
        'See ',
        { type: 'link', text: 'x.example' },
      ]),
      said('Me', 'user9', '2026-11-03T22:59:00Z', 'Yes'),
      said('Me', 'user9', '2026-11-03T23:01:00Z', '', { file: 'files/plan.pdf' }),
    ],
  };
  const [first, second] = await days(JSON.stringify(chat, undefined, 1));
  expect(first).toMatchObject({
    subject: 'Telegram',
    at: Date.parse('2026-11-03T09:15:00Z'),
    direction: 'both',
    from: [{ name: 'Ana Roe', address: 'name:Ana Roe' }],
    text: '10:15 Ana Roe: See x.example\n23:59 → Yes',
  });
  expect(second).toMatchObject({ direction: 'out', text: '00:01 → <plan.pdf>' });
  expect(second?.to).toEqual(first?.from);
});

test('a whole account of Telegram: numbers of its address book, without channels', async () => {
  const account = {
    personal_information: { user_id: 9 },
    contacts: { list: [{ first_name: 'Ana', last_name: 'Roe', phone_number: '+491701234567' }] },
    chats: {
      list: [
        {
          name: 'Tour',
          type: 'private_group',
          id: 3,
          messages: [
            said('Ana Roe', 'user7', '2026-11-03T09:15:00Z', 'Hi'),
            said('Me', 'user9', '2026-11-03T09:16:00Z', 'Hi'),
          ],
        },
        {
          name: 'News',
          type: 'public_channel',
          id: 4,
          messages: [said('News', 'channel4', '2026-11-03T09:15:00Z', 'Buy')],
        },
      ],
    },
  };
  expect(await days(JSON.stringify(account))).toMatchObject([
    {
      subject: 'Telegram: Tour',
      from: [{ name: 'Ana Roe', address: 'phone:+491701234567' }],
      direction: 'both',
    },
  ]);
});

const backup = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<smses count="4" backup_set="x">
  <sms address="0170 1234567" date="${Date.parse('2026-11-03T09:15:00Z')}" type="1" body="Hi &#55357;&#56832; &amp; all" contact_name="Ana Roe" />
  <sms address="+491701234567" date="${Date.parse('2026-11-03T09:16:00Z')}" type="2" body="Yes" contact_name="(Unknown)" />
  <sms address="+491701234567" date="${Date.parse('2026-11-03T09:17:00Z')}" type="3" body="A draft" contact_name="Ana Roe" />
  <mms address="+491701234567" date="${Date.parse('2026-11-03T09:18:00Z')}" msg_box="1" contact_name="Ana Roe">
    <parts>
      <part ct="application/smil" text="x" /><part ct="image/jpeg" cl="tea.jpg" data="${'A'.repeat(30_000)}" />
      <part ct="text/plain" text="Look" />
    </parts>
  </mms>
</smses>`;

test('SMS: one chat for one number however it is written, emoji whole, drafts left', async () => {
  const [day, ...more] = await days(backup);
  expect(more).toEqual([]);
  expect(day).toMatchObject({
    subject: 'SMS',
    direction: 'both',
    from: [{ address: 'phone:+491701234567' }],
    text: '10:15 Ana Roe: Hi 😀 & all\n10:16 → Yes\n10:18 Ana Roe: <tea.jpg>\nLook',
  });
});

test('a file that declares entities of its own gets none', async () => {
  const doctype = '<!DOCTYPE smses [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
  const [day] = await days(backup.replace('<smses', `${doctype}<smses`).replace('Hi', '&a;'));
  expect(day?.text.split('\n')[0]).toBe('10:15 Ana Roe: &a; 😀 & all');
});

test('a zip says what lies in it and where', async () => {
  const zip = zipSync({
    'a/_chat.txt': strToU8('Hi'.repeat(500)),
    'b.txt': [strToU8('x'), { level: 0 }],
  });
  const read = (from: number, length: number) => Promise.resolve(zip.slice(from, from + length));
  const entries = (await zipEntries(zip.length, read)) ?? [];
  expect(entries).toMatchObject([
    { name: 'a/_chat.txt', size: 1_000, isPacked: true },
    { name: 'b.txt', size: 1, isPacked: false },
  ]);
  const [, plain] = entries;
  const at = plain === undefined ? undefined : await zipDataAt(plain, read);
  expect(zip[at ?? 0]).toBe('x'.charCodeAt(0));
});
