// Where the button that writes to somebody in a messenger leads.

import { describe, expect, it, test } from 'vitest';

import { linkAddress } from '../../../src-shared/feeds/address.ts';
import { isSmsLink, linkOfChat, linksOfNumber } from '../../../src-shared/values/messenger-link.ts';

describe('a number', () => {
  it('leads to the messengers that know numbers', () => {
    expect(linksOfNumber('+4930123456').map(({ href }) => href)).toEqual([
      'sms:+4930123456',
      'https://wa.me/4930123456',
      'https://signal.me/#p/+4930123456',
      'https://t.me/+4930123456',
    ]);
  });

  it('without its country leads to a text message alone', () => {
    expect(linksOfNumber('030123456').map(({ href }) => href)).toEqual(['sms:030123456']);
  });

  it.each(['', '12', '+49 30', 'call me', '+49;ext=1', '+4930123456?body=x'])(
    '%j is none',
    (phone) => {
      expect(linksOfNumber(phone)).toEqual([]);
    },
  );

  it('leads only where the application may open something', () => {
    for (const { href } of linksOfNumber('+4930123456'))
      expect(isSmsLink(href) || linkAddress(href) === href).toBe(true);
  });
});

test.each([
  ['@ana_t', 'Telegram', 'https://t.me/ana_t'],
  ['tg:ana_t', '', 'https://t.me/ana_t'],
  ['+49 30 123456', 'WhatsApp', 'https://wa.me/4930123456'],
  ['signal:+4930123456', '', 'https://signal.me/#p/+4930123456'],
  ['echoecho', 'Threema', 'https://threema.id/ECHOECHO'],
])('%s of %s leads to %s', (value, service, href) => {
  expect(linkOfChat(value, service)?.href).toBe(href);
});

test.each([
  ['ana', 'ICQ'],
  ['javascript:alert(1)', 'Telegram'],
  ['../x', 'Telegram'],
  ['ECHO/CHO', 'Threema'],
  ['xmpp:ana@b.example', ''],
])('%s of %s leads nowhere', (value, service) => {
  expect(linkOfChat(value, service)).toBeUndefined();
});

test.each(['sms:+49?body=x', 'sms:+4930123456,+4930', 'sms:', 'smsto:+4930123456', 'sms:12a'])(
  '%s is no link to a text message',
  (link) => {
    expect(isSmsLink(link)).toBe(false);
  },
);
