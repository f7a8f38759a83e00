// Whatever bytes a mail or an mbox is made of: an answer, and nothing thrown.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { mailFormatOf } from '../../src-shared/mail/looks-like-mail.ts';
import { createMailFile } from '../../src-shared/mail/mail-file.ts';
import { splitMbox } from '../../src-shared/mail/split-mbox.ts';
import { zipDataAt, zipEntries } from '../../src-shared/mail/zip-entries.ts';
import { hostileChats, hostileZips } from '../support/mail/hostile-chats.ts';
import { hostileMsgs } from '../support/mail/hostile-msgs.ts';
import { hostileMails } from '../support/mail/hostile-mails.ts';
import { bytesOf, fileFacts, mailText, mboxOf, read } from '../support/mail/mails.ts';
import { testRuns } from '../support/seeded.ts';

test('at least two hundred files are looked at', () => {
  const all = [hostileMails, hostileMsgs, hostileChats, hostileZips];
  expect(all.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(200);
});

test.each([...hostileMails, ...hostileMsgs])('%s', async (_, mail) => {
  const answer = await read(mail);
  if (!answer.ok) return;
  const { text, quoted, subject, from, to, cc, attachments, at } = answer.mail;
  expect(text.length).toBeLessThanOrEqual(100_000);
  expect(quoted.length).toBeLessThanOrEqual(40_000);
  expect([...from, ...to, ...cc].length).toBeLessThanOrEqual(1_500);
  expect(attachments.length).toBeLessThanOrEqual(200);
  expect(at === undefined || Number.isFinite(at)).toBe(true);
  const said = JSON.stringify([text, quoted, subject, from, attachments]);
  expect(said.isWellFormed()).toBe(true);
  expect(said).not.toMatch(/evil\.example|[\u202a-\u202e]/);
});

test.each(hostileChats)('%s', async (_, text) => {
  const file = createMailFile(fileFacts);
  const bytes = bytesOf(text);
  for (let at = 0; at < bytes.length; at += 500_000) await file.put(bytes.slice(at, at + 500_000));
  for (const read of (await file.end()) ?? []) {
    if (!read.ok) continue;
    const { text: words, from, to, at, subject, key } = read.mail;
    expect(key).toMatch(/^chat:[0-9a-f]{64}$/);
    expect(words.length).toBeLessThanOrEqual(100_000);
    expect(at === undefined || Number.isFinite(at)).toBe(true);
    const said = JSON.stringify([words, from, to, subject]);
    expect(said.isWellFormed()).toBe(true);
    expect(said).not.toMatch(/boom|root:|[\u202a-\u202e]/);
  }
});

test.each(hostileZips)('a zip: %s', async (_, bytes) => {
  const read = (from: number, length: number): Promise<Uint8Array> =>
    Promise.resolve(bytes.slice(from, from + length));
  for (const entry of (await zipEntries(bytes.length, read)) ?? []) {
    expect(entry.at).toBeLessThan(bytes.length);
    await zipDataAt(entry, read);
  }
});

test('the beginning of any file is looked at, and what a chat changed by chance holds', async () => {
  const texts = hostileChats.map(([, text]) => text.slice(0, 400));
  const changed = fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.nat(400), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))),
    )
    .map(([text, changes]) =>
      changes.reduce((so, [at, sign]) => so.slice(0, at) + sign + so.slice(at + 1), text),
    );
  await fc.assert(
    fc.asyncProperty(changed, async (text) => {
      const file = createMailFile(fileFacts);
      await file.put(bytesOf(text));
      await file.end();
    }),
    { numRuns: testRuns(150) },
  );
});

const asFile = mboxOf(hostileMails.slice(0, 60).map(([, mail]) => mail));

test('an mbox of them is cut without a fault', () => {
  const splitter = splitMbox(200_000);
  const cut = [...splitter.put(bytesOf(asFile)), ...splitter.end()];
  expect(cut.length).toBeGreaterThan(50);
});

test('random bytes, and mails with bytes changed, are answered', async () => {
  const plain = bytesOf(mailText({ more: ['Content-Type: multipart/mixed; boundary=b'] }));
  const changed = fc
    .array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { maxLength: 30 })
    .map((changes) => {
      const bytes = plain.slice();
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 2_000 }), changed), async (bytes) => {
      mailFormatOf(bytes);
      const splitter = splitMbox();
      splitter.put(bytes);
      splitter.end();
      await read(bytes);
    }),
    { numRuns: testRuns(150) },
  );
});
