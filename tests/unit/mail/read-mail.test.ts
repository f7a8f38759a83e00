import { expect, test } from 'vitest';

import { mailFormatOf } from '../../../src-shared/mail/looks-like-mail.ts';
import { bytesOf, mailText, mboxOf, read, readOk } from '../../support/mail/mails.ts';

test('a plain mail is read: who, when, what about, its words', async () => {
  const mail = await readOk(mailText({ cc: 'Ben <ben@x.example>, cy@y.example' }));
  expect(mail).toMatchObject({
    key: '<one@x.example>',
    at: Date.UTC(2026, 10, 3, 9, 15),
    from: [{ name: 'Ana Roe', address: 'ana@x.example' }],
    to: [{ name: 'Me', address: 'me@own.example' }],
    subject: 'Offer',
    text: 'Hello, this is the offer.',
    quoted: '',
    isNewsletter: false,
    isEncrypted: false,
  });
  expect(mail.cc.map(({ address }) => address)).toEqual(['ben@x.example', 'cy@y.example']);
});

test('without a date the last server says when, then the file', async () => {
  const received = 'Received: from a by b; Wed, 4 Nov 2026 08:00:00 +0000 (UTC)';
  expect((await readOk(mailText({ date: '', more: [received] }))).at).toBe(
    Date.UTC(2026, 10, 4, 8),
  );
  expect((await readOk(mailText({ date: '' }), 5e11)).at).toBe(5e11);
  expect((await readOk(mailText({ date: 'soon' }))).at).toBeUndefined();
});

test('a mail written as a page is its words, and nothing else of it', async () => {
  const html =
    '<html><head><style>p{}</style><title>x</title></head><body><p>Dear <b>Ben</b>,</p>' +
    '<script>alert(1)</script><img src="http://track.example/1.gif"><ul><li>one<li>two</ul>' +
    '<blockquote>asked</blockquote></body></html>';
  const mail = await readOk(mailText({ text: html, more: ['Content-Type: text/html'] }));
  expect(mail.text).toBe('Dear Ben,\n\n- one\n- two');
  expect(mail.quoted).toBe('> asked');
  expect(JSON.stringify(mail)).not.toMatch(/alert|track/);
});

test('what is answered is folded away, two levels deep', async () => {
  const text = 'Yes.\n\nOn Mon, 2 Nov 2026, Ben wrote:\n> Shall we?\n>> First\n>>> Zero\n> Bye';
  const mail = await readOk(mailText({ text }));
  expect(mail.text).toBe('Yes.');
  expect(mail.quoted).toBe('On Mon, 2 Nov 2026, Ben wrote:\n> Shall we?\n>> First\n> Bye');
});

test('answers between the lines are kept where they stand', async () => {
  const text = '> Shall we?\nYes.\n> When?\nMonday.';
  expect((await readOk(mailText({ text }))).text).toBe(text);
});

test('Outlook’s history below a mail counts as levels', async () => {
  const block = (who: string) => `-----Original Message-----\nFrom: ${who}\nSent: Monday\n\n${who}`;
  const text = `Fine.\n\n${['One', 'Two', 'Three'].map(block).join('\n\n')}`;
  const mail = await readOk(mailText({ text }));
  expect(mail.text).toBe('Fine.');
  expect(mail.quoted).toContain('Two');
  expect(mail.quoted).not.toContain('Three');
});

test('a signature is split off', async () => {
  const text = 'See you.\n\n-- \nAna Roe\nHead of Sales\nTel: +49 30 1234567';
  const mail = await readOk(mailText({ text }));
  expect(mail.text).toBe('See you.');
  expect(mail.signature).toEqual(['Ana Roe', 'Head of Sales', 'Tel: +49 30 1234567']);
});

test('newsletters and programs are known by their heads', async () => {
  const more = (line: string) => readOk(mailText({ more: [line] }));
  expect((await more('List-Unsubscribe: <mailto:x@y.example>')).isNewsletter).toBe(true);
  expect((await more('Precedence: bulk')).isNewsletter).toBe(true);
  expect((await more('Auto-Submitted: no')).isNewsletter).toBe(false);
  expect((await readOk(mailText({ from: 'no-reply@shop.example' }))).isNewsletter).toBe(true);
});

test('what is encrypted is said to be, and not read', async () => {
  const pgp = mailText({ text: '-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----' });
  const smime = mailText({
    more: ['Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m'],
  });
  for (const mail of [pgp, smime])
    expect(await readOk(mail)).toMatchObject({ isEncrypted: true, text: '', attachments: [] });
});

test('of attachments name, size and hash are kept; winmail.dat is one of them', async () => {
  const part = (head: string, body: string) => `--b\r\n${head}\r\n\r\n${body}\r\n`;
  const text =
    part('Content-Type: text/plain', 'See both.') +
    part('Content-Type: application/ms-tnef; name=winmail.dat', 'x') +
    part('Content-Type: text/csv\r\nContent-Disposition: attachment; filename="a.csv"', 'a,b') +
    '--b--';
  const mail = await readOk(
    mailText({ text, more: ['Content-Type: multipart/mixed; boundary=b'] }),
  );
  expect(mail.text).toBe('See both.');
  expect(mail.attachments.map(({ name, size }) => [name, size])).toEqual([
    ['winmail.dat', 2],
    ['a.csv', 4],
  ]);
  expect(mail.attachments[1]?.hash).toMatch(/^[\da-f]{64}$/);
});

test('without a Message-ID the same mail is the same all the same', async () => {
  const [one, two] = [await readOk(mailText({ id: '' })), await readOk(mailText({ id: '' }))];
  expect(one.key).toBe(two.key);
  expect((await readOk(mailText({ id: '', text: 'Other' }))).key).not.toBe(one.key);
});

test('labels of Google’s archive are read', async () => {
  const more = ['X-Gmail-Labels: Inbox,Important,"Work / Acme"'];
  expect((await readOk(mailText({ more }))).labels).toEqual(['Inbox', 'Important', 'Work / Acme']);
});

test('a character set that is not one, or another, does not throw', async () => {
  for (const charset of ['utf-8', 'x-nothing', 'utf-16', 'iso-2022-jp', '"', ''])
    expect(
      (await read(mailText({ more: [`Content-Type: text/plain; charset=${charset}`] }))).ok,
    ).toBe(true);
});

test('files are known by how they begin, not by their name', () => {
  const format = (text: string) => mailFormatOf(bytesOf(text));
  expect(format(mailText())).toBe('eml');
  expect(format(mboxOf([mailText()]))).toBe('mbox');
  expect(format(`300\n${mailText()}`)).toBe('emlx');
  expect(format('Received: x\r\nFrom: y\r\n')).toBe('eml');
  for (const other of [
    'From,To,Subject\na,b,c',
    'BEGIN:VCARD\nFN:A',
    'name;mail',
    'From here on',
    '',
  ])
    expect(format(other)).toBeUndefined();
});
