import { createRequire } from 'node:module';

import { expect, test } from 'vitest';

import { mailFormatOf } from '../../../src-shared/mail/looks-like-mail.ts';
import { createMailFile } from '../../../src-shared/mail/mail-file.ts';
import { readMsg } from '../../../src-shared/mail/msg/read-msg.ts';
import { Narrow, outlookMail, toMe } from '../../support/mail/outlook.ts';
import { fileFacts, hash, mailText, readOk } from '../../support/mail/mails.ts';

const { default: Reader } = createRequire(import.meta.url)(
  '@kenjiuno/msgreader',
) as typeof import('@kenjiuno/msgreader');

function readMsgOk(bytes: Uint8Array) {
  const answer = readMsg(bytes, hash);
  if (!answer.ok) throw new Error(answer.because);
  return answer.mail;
}

test('a mail saved by Outlook reads as the same mail from elsewhere does', async () => {
  const { size: _, ...outlook } = readMsgOk(outlookMail());
  const { size: __, ...plain } = await readOk(mailText());
  expect(outlook).toEqual(plain);
});

test('it is known by its first bytes and comes in as a file', async () => {
  const bytes = outlookMail({ mail: { '1000': 'x'.repeat(20_000) } });
  expect(mailFormatOf(bytes.subarray(0, 16_384))).toBe('msg');
  const file = createMailFile(fileFacts);
  for (let at = 0; at < bytes.length; at += 5_000)
    expect(await file.put(bytes.subarray(at, at + 5_000))).toEqual([]);
  const [read] = (await file.end()) ?? [];
  expect(read?.ok === true && read.mail.text.length).toBe(20_000);
});

test('another program reads the same in it', () => {
  const bytes = outlookMail({
    mail: { '0037': 'Ünïcode 表', '1000': 'Zeile\r\n'.repeat(2_000) },
    attachments: [{ '3707': 'plan.pdf', '3701': new Uint8Array(70_000).fill(7), '370E': 'a/b' }],
  });
  const other = new Reader(new Uint8Array(bytes).buffer);
  const data = other.getFileData();
  const own = readMsgOk(bytes);
  expect(own.subject).toBe(data.subject);
  expect(own.from[0]?.address).toBe(data.senderEmail);
  expect(own.text).toBe(data.body?.replaceAll('\r', '').trim());
  const [attachment = 0] = data.attachments ?? [];
  const { content, fileName } = other.getAttachment(attachment);
  expect(own.attachments).toEqual([{ name: fileName, size: 70_000, hash: hash(content) }]);
});

test('copies, answers, newsletters and addresses within a company are told apart', () => {
  const mail = readMsgOk(
    outlookMail({
      mail: {
        '0C1E': 'EX',
        '0C1F': '/O=FIRM/OU=X/CN=ANA',
        '0C1A': "'ana@x.example'",
        '1042': '<first@x.example>',
        '007D': 'From: Ana <ana@x.example>\r\nList-Unsubscribe:\r\n <http://x.example>\r\n',
      },
      receivers: [toMe, { '3001': 'Bo', '3003': 'bo@x.example', '0C15': 2 }],
    }),
  );
  expect(mail).toMatchObject({
    from: [{ name: '', address: 'ana@x.example' }],
    to: [{ name: 'Me', address: 'me@own.example' }],
    cc: [{ name: 'Bo', address: 'bo@x.example' }],
    references: ['<first@x.example>'],
    isNewsletter: true,
  });
});

test('only pages: their text is read and nothing of them run', () => {
  const html = new TextEncoder().encode('<p>Grüße<script>evil()</script></p>');
  const { text } = readMsgOk(outlookMail({ mail: { '1000': '', '1013': html, '3FDE': 65_001 } }));
  expect(text).toBe('Grüße');
});

test('what is encrypted is said to be, and nothing of it shown; winmail.dat is a file', () => {
  const sealed = outlookMail({
    mail: { '001A': 'IPM.Note.SMIME', '1000': 'secret' },
    attachments: [{ '3707': 'smime.p7m', '3701': new Uint8Array(9) }],
  });
  expect(readMsgOk(sealed)).toMatchObject({ isEncrypted: true, text: '', attachments: [] });
  const signed = outlookMail({ mail: { '001A': 'IPM.Note.SMIME.MultipartSigned' } });
  expect(readMsgOk(signed)).toMatchObject({
    isEncrypted: false,
    text: 'Hello, this is the offer.',
  });
  const winmail = outlookMail({
    attachments: [{ '3707': 'winmail.dat', '3701': new Uint8Array(9) }],
  });
  expect(readMsgOk(winmail).attachments).toMatchObject([{ name: 'winmail.dat', size: 9 }]);
});

test('letters of an old code page are read by it', () => {
  const narrow = { '0037': new Narrow([0xcf, 0xf0, 0xe8]) };
  expect(readMsgOk(outlookMail({ mail: { '3FFD': 1251, ...narrow } })).subject).toBe('При');
});

test('what is no message of Outlook is damaged', () => {
  expect(readMsg(outlookMail().subarray(0, 600), hash)).toEqual({ ok: false, because: 'broken' });
  expect(readMsg(new Uint8Array(5_000), hash)).toEqual({ ok: false, because: 'broken' });
});
