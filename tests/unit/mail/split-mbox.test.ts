import { expect, test } from 'vitest';

import { type RawMail, splitMbox } from '../../../src-shared/mail/split-mbox.ts';
import { bytesOf, mailText, mboxOf } from '../../support/mail/mails.ts';

function split(text: string, pieceLength: number, largest?: number): RawMail[] {
  const splitter = splitMbox(largest);
  const bytes = bytesOf(text);
  const mails: RawMail[] = [];
  for (let at = 0; at < bytes.length; at += pieceLength)
    mails.push(...splitter.put(bytes.slice(at, at + pieceLength)));
  return [...mails, ...splitter.end()];
}

const texts = (mails: readonly RawMail[]): (string | undefined)[] =>
  mails.map(({ bytes }) => (bytes === undefined ? undefined : new TextDecoder().decode(bytes)));

const three = ['First', 'From here on it is text.\n>From there, too', 'Third'].map((text, at) =>
  mailText({ id: `${at}@x.example`, text }).replaceAll('\r\n', '\n'),
);

test.each([1, 7, 64, 4_096, 1_000_000])('messages are the same in pieces of %i bytes', (length) => {
  expect(texts(split(mboxOf(three), length))).toEqual(three);
});

test('the separator says when a mail was filed', () => {
  expect(split(mboxOf(three), 64)[0]).toMatchObject({ at: Date.UTC(2026, 10, 3, 9, 15) });
});

test('a line of text that begins with From is no separator', () => {
  const text = mailText({ text: 'Hi\n\nFrom Monday on we are closed.\n' }).replaceAll('\r\n', '\n');
  expect(split(`From a@x.example Tue Nov  3 09:15:00 2026\n${text}`, 50)).toHaveLength(1);
});

test('a length in the head is believed where another message stands behind it', () => {
  const body = 'One\n\nFrom b@x.example Tue Nov  3 09:15:00 2026\nstill one\n';
  const first = `From a Tue Nov  3 09:15:00 2026\nFrom: a@x.example\nContent-Length: ${body.length}\n\n${body}\n`;
  const second = 'From c Tue Nov  3 09:15:00 2026\nFrom: c@x.example\n\nTwo\n';
  for (const length of [3, 1_000]) {
    const found = texts(split(first + second, length));
    expect(found).toHaveLength(2);
    expect(found[0]).toContain('still one');
  }
  const lying = first.replace(/Content-Length: \d+/, 'Content-Length: 20');
  expect(split(lying + second, 1_000)).toHaveLength(3);
});

test('what is larger than is read is said, and the next one is read', () => {
  const mails = split(
    mboxOf([three[0] ?? '', mailText({ text: 'x'.repeat(9_000) }), three[2] ?? '']),
    500,
    5_000,
  );
  expect(texts(mails)).toEqual([three[0], undefined, three[2]]);
  expect(mails[1]?.size).toBeGreaterThan(9_000);
});
