import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';

import { exportText } from '../../support/transfer/export-text.ts';
import { recordOf, storeWith } from '../../support/store/sample-records.ts';

const photo = `data:image/png;base64,${'iVBORw0KGgo+/abc'.repeat(40)}`;
const jane = recordOf({
  id: 'jane',
  kind: 'person',
  note: 'Line one\nLine; two, with 😀 and \u0007 a bell',
  fields: {
    prefix: 'Dr.',
    given: 'Jane',
    family: 'Roe, née Doe',
    birthday: '--05-17',
    pronouns: 'she/her',
    photo,
  },
  sets: {
    emails: [
      { value: 'jane@acme.example', label: 'work' },
      { value: 'j@school.example', label: 'School' },
    ],
    phones: [{ value: '+4930123456', label: 'mobile', more: { raw: '+49 30 123456' } }],
    addresses: [
      {
        value: 'Main 1, Berlin',
        label: 'home',
        more: { street: 'Main 1', city: 'Berlin', country: 'DE' },
      },
    ],
    links: [{ value: 'https://a.example/?q=1,2;3' }],
    dates: [{ value: '2010-06-01', label: 'anniversary' }],
    relations: [{ value: 'Bob', label: 'spouse' }],
    tags: [{ value: 'vip' }, { value: 'a,b' }],
  },
});
const acme = recordOf({ id: 'acme', kind: 'organisation', fields: { name: 'Acme; Inc.' } });
const role = recordOf({
  id: 'role',
  kind: 'tie',
  fields: { type: 'role', from: 'jane', to: 'acme', title: 'CEO', department: 'R&D' },
});

/** The card of the person; that of the company comes after it. */
const cardText = async (format: string) => {
  const text = await exportText(await storeWith([jane, acme, role]), format);
  return text.slice(0, text.indexOf('END:VCARD') + 'END:VCARD\r\n'.length);
};

/** Read by the library, unfolded: property name to values. */
function propertiesOf(text: string): Map<string, unknown[]> {
  const [, properties] = ICAL.parse(text) as unknown as [
    string,
    [string, object, string, ...unknown[]][],
  ];
  return new Map(properties.map(([name, , , ...values]) => [name, values]));
}

describe.each(['vcard-4', 'vcard-3'] as const)('%s', (format) => {
  test('is folded at 75 octets with CRLF and ends as a card', async () => {
    const text = await cardText(format);
    const lines = text.split('\r\n');
    expect(lines.slice(0, 2)).toEqual([
      'BEGIN:VCARD',
      `VERSION:${format === 'vcard-4' ? '4.0' : '3.0'}`,
    ]);
    expect(lines.slice(-2)).toEqual(['END:VCARD', '']);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const longest = Math.max(...lines.map((line) => new TextEncoder().encode(line).length));
    expect(longest).toBeLessThanOrEqual(75);
  });

  test('reads back what was written', async () => {
    const read = propertiesOf(await cardText(format));
    expect(read.get('n')).toEqual([['Roe, née Doe', 'Jane', '', 'Dr.', '']]);
    expect(read.get('fn')).toEqual(['Dr. Jane Roe, née Doe']);
    expect(read.get('note')).toEqual(['Line one\nLine; two, with 😀 and  a bell']);
    expect(read.get('org')).toEqual([['Acme; Inc.', 'R&D']]);
    expect(read.get('title')).toEqual(['CEO']);
    expect(read.get('categories')).toEqual(['vip', 'a,b']);
    expect(read.get('adr')).toEqual([['', '', 'Main 1', 'Berlin', '', '', 'DE']]);
    expect(read.get('tel')).toEqual(['+49 30 123456']);
  });

  test('a label of one’s own stands beside its value in a group', async () => {
    const text = await cardText(format);
    expect(text).toMatch(/item1\.EMAIL:j@school\.example\r\nitem1\.X-ABLabel:School\r\n/);
    expect(text).toContain('https://a.example/?q=1,2;3');
  });
});

test('4.0 has the photo as a plain URI, partial dates and pronouns', async () => {
  const text = (await cardText('vcard-4')).replaceAll('\r\n ', '');
  expect(text).toContain(`PHOTO;VALUE=uri:${photo}`);
  expect(text).toMatch(/^BDAY:--0517\r$/m);
  expect(text).toMatch(/^PRONOUNS.*:she\/her\r$/m);
  expect(text).toMatch(/^ANNIVERSARY:20100601\r$/m);
  expect(text).toMatch(/^RELATED;TYPE=spouse.*:Bob\r$/m);
});

test('3.0 has the photo as bytes and says what Apple says', async () => {
  const text = (await cardText('vcard-3')).replaceAll('\r\n ', '');
  expect(text).toContain(
    `PHOTO;ENCODING=b;TYPE=PNG:${photo.slice('data:image/png;base64,'.length)}`,
  );
  expect(text).toContain('BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-17\r\n');
  expect(text).toMatch(
    /item\d\.X-ABDATE:2010-06-01\r\nitem\d\.X-ABLabel:_\$!<Anniversary>!\$_\r\n/,
  );
  expect(text).toMatch(/item\d\.X-ABRELATEDNAMES:Bob\r\nitem\d\.X-ABLabel:_\$!<Spouse>!\$_\r\n/);
});

test('somebody known by an e-mail only still makes a card that phones show', async () => {
  const store = await storeWith([
    recordOf({ id: 'x', kind: 'person', sets: { emails: [{ value: 'x@y.example' }] } }),
  ]);
  expect(await exportText(store, 'vcard-3')).toMatch(/FN:x@y\.example\r\nN:;x@y\.example;;;\r\n/);
  expect(await exportText(store, 'vcard-4')).toMatch(/FN:x@y\.example\r\n(?!N:)/);
});
