// vCards of three versions, several a file, one bad card among good ones.
import { describe, expect, it } from 'vitest';

import { allOf, fixture, importFile, valuesOf } from '../../../support/transfer/imports.ts';

describe('vCards', () => {
  it('are read as Apple writes them', async () => {
    const { preview, session, store } = await importFile(fixture('apple.vcf'), {
      name: 'apple.vcf',
    });
    expect(preview.info).toMatchObject({ program: 'vCard', format: 'apple-vcard', rows: 3 });
    expect(preview.counts).toEqual({ create: 2, update: 0, skip: 1, cannot: 0 });
    expect(session.rows(0, 5, 'skip').rows[0]).toMatchObject({
      name: 'Choir',
      reasons: ['list-without-people'],
      line: 35,
    });
    const [jane] = await allOf(store, 'people');
    expect(jane?.fields).toMatchObject({
      given: 'Jane',
      middle: 'Q',
      family: 'Doe',
      prefix: 'Dr.',
      birthday: '--05-17',
      phoneticFamily: 'Doh',
    });
    expect(jane?.fields['photo']).toMatch(/^data:image\/jpeg;base64,\/9j\/4AAQ/);
    expect(valuesOf(jane, 'emails')).toEqual(['work=jane@example.com', 'other=other@example.com']);
    expect(valuesOf(jane, 'phones')).toEqual(['mobile=+16502530000']);
    expect(valuesOf(jane, 'addresses')).toEqual(['home=Street 1, back, 94043 City, CA, USA']);
    expect(valuesOf(jane, 'dates')).toEqual(['anniversary=2010-06-01']);
    expect(valuesOf(jane, 'relations')).toEqual(['spouse=Ben Doe']);
    expect(jane?.sets['handles']?.[0]).toMatchObject({
      value: 'jane',
      more: { network: 'twitter', url: 'http://twitter.com/jane' },
    });
    expect(jane?.sets['chats']?.[0]).toMatchObject({ value: 'jane.d', more: { service: 'skype' } });
    expect(valuesOf(jane, 'tags')).toEqual(['=Friends', '=Team']);
    expect(jane?.note).toBe(
      'A long note that is folded over two lines because it has more than seventy-five characters, of course.\nSecond line',
    );
    expect((await allOf(store, 'groups')).map((group) => group.name)).toEqual([
      'Acme Bakery',
      'Acme, Inc.',
    ]);
    expect((await allOf(store, 'ties'))[0]?.fields).toMatchObject({
      title: 'Engineer',
      department: 'Research',
    });
  });

  it('of version 2.1 bring quoted-printable, charsets and bare parameters', async () => {
    const { store } = await importFile(fixture('android-21.vcf'), { country: 'DE' });
    const [joerg] = await allOf(store, 'people');
    expect(joerg?.fields).toMatchObject({ given: 'Jörg', family: 'Müller' });
    expect(valuesOf(joerg, 'phones')).toEqual(['mobile=+491712345678', 'work fax=+49301234567']);
    expect(valuesOf(joerg, 'emails')).toEqual(['home=joerg@example.com']);
    expect(joerg?.note).toBe('first line\nand grüße, with a comma');
    expect(joerg?.sets['addresses']?.[0]?.more).toMatchObject({
      street: 'Weg 1, Hof',
      city: 'Köln',
    });
    expect((await allOf(store, 'groups'))[0]?.name).toBe('Weber, Logistics');
  });

  it('of version 4.0 bring dates without a year and RFC 9554', async () => {
    const { store } = await importFile(fixture('rfc-40.vcf'));
    const [sam] = await allOf(store, 'people');
    expect(sam?.fields).toMatchObject({
      birthday: '--02-03',
      gender: 'male',
      pronouns: 'they/them',
      language: 'de',
      photo: 'data:image/png;base64,iVBORw0KGgo=',
    });
    expect(valuesOf(sam, 'dates')).toEqual(['anniversary=2010-06-01']);
    expect(valuesOf(sam, 'phones')).toEqual(['mobile=+493012345678']);
    expect(valuesOf(sam, 'relations')).toEqual(['friend=Ana']);
    expect(sam?.sets['handles']?.[0]).toMatchObject({
      value: 'https://social.example/@sam',
      more: { network: 'mastodon' },
    });
  });

  it('change nothing the second time', async () => {
    for (const name of ['apple.vcf', 'android-21.vcf', 'rfc-40.vcf']) {
      const { store } = await importFile(fixture(name), { country: 'DE' });
      const { preview } = await importFile(fixture(name), { country: 'DE', store });
      expect(preview.counts).toMatchObject({ create: 0, update: 0 });
    }
  });
});
