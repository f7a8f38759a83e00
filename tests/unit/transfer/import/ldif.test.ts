// LDIF, as Thunderbird, SOGo and directories write it.

import { expect, it } from 'vitest';

import { allOf, importFile, valuesOf } from '../../../support/transfer/imports.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const file = [
  'version: 1',
  '',
  'dn: cn=Ana Roe,mail=ana@x.example',
  'objectclass: inetOrgPerson',
  'objectclass: mozillaAbPersonAlpha',
  'givenName: Ana',
  'sn: Roe',
  'cn: Ana Roe',
  'mail: ana@x.example',
  'mozillaSecondEmail: ana@home.example',
  'telephoneNumber: +1 415 555 0101',
  'mobile: +1 415 555 0102',
  'o: Nest Press',
  'title: Editor',
  'street: 9 Dock Road',
  'l: Eugene',
  'postalCode: 97401',
  'mozillaHomeStreet: 12 Fig Lane',
  'mozillaHomeLocalityName: Springfield',
  'birthyear: 1980',
  'birthmonth: 7',
  'birthday: 9',
  'mozillaCustom1: left-handed',
  'description: a note that is',
  '  folded',
  'modifytimestamp: 0Z',
  '',
  `dn:: ${base64('cn=Jörg Weiß,mail=joerg@x.example')}`,
  'objectclass: mozillaAbPersonAlpha',
  `givenName:: ${base64('Jörg')}`,
  `sn:: ${base64('Weiß')}`,
  'mail: joerg@x.example',
  '',
  'dn: cn=Friends',
  'objectclass: groupOfNames',
  'cn: Friends',
  'member: cn=Ana Roe,mail=ana@x.example',
  '',
].join('\r\n');

it('brings people with all that is said of them, and no list as a person', async () => {
  const { store, preview, session } = await importFile(file, { name: 'a.ldif', country: 'US' });
  expect(preview.info).toMatchObject({ program: 'LDIF', rows: 3 });
  expect(preview.counts).toEqual({ create: 2, update: 0, skip: 1, cannot: 0 });
  const [ana, joerg] = await allOf(store, 'people');
  expect([ana?.name, joerg?.name]).toEqual(['Ana Roe', 'Jörg Weiß']);
  expect(valuesOf(ana, 'emails')).toEqual(['=ana@x.example', '=ana@home.example']);
  expect(valuesOf(ana, 'phones')).toEqual(['work=+14155550101', 'mobile=+14155550102']);
  expect(valuesOf(ana, 'addresses')).toEqual([
    'work=9 Dock Road, 97401 Eugene',
    'home=12 Fig Lane, Springfield',
  ]);
  expect(ana?.fields['birthday']).toBe('1980-07-09');
  expect(ana?.note).toBe('a note that is folded');
  expect(valuesOf(ana, 'custom')).toEqual(['mozillacustom1=left-handed']);
  expect(session.rows(0, 5, 'skip').rows[0]).toMatchObject({
    line: 34,
    reasons: ['list-without-people'],
  });
});

it('changes nothing the second time, and says what is no entry', async () => {
  const { store } = await importFile(file, { name: 'a.ldif' });
  const { preview } = await importFile(file, { name: 'a.ldif', store });
  expect(preview.counts).toMatchObject({ create: 0, update: 0 });
  const odd = await importFile(`${file}\r\nhello\r\nworld\r\n`, { name: 'a.ldif' });
  expect(odd.preview.counts).toMatchObject({ create: 2, cannot: 1 });
});

it('a CSV that only mentions one is a CSV', async () => {
  const { preview } = await importFile('Name,Email\ndn: x,a@x.example\n', { name: 'a.csv' });
  expect(preview.info.program).toBe('');
});
