// Which column goes where, header by header, in the languages and programs that people
// bring files from; and cells as spreadsheets and other programs leave them.

import { describe, expect, it } from 'vitest';

import { guessByHeader } from '../../../../src-shared/transfer/import/csv/guess.ts';
import { allOf, importFile, valuesOf } from '../../../support/transfer/imports.ts';

describe('a header', () => {
  it.each([
    ['Straße geschäftlich', 'address:work.street'],
    ['Postleitzahl privat', 'address:home.postalCode'],
    ['Land/Region geschäftlich', 'address:work.country'],
    ['Fax geschäftlich', 'phone:work fax'],
    ['Telefon geschäftlich 2', 'phone:work'],
    ['Weiteres Telefon', 'phone:other'],
    ['Mobiltelefon', 'phone:mobile'],
    ['E-Mail 2: Adresse', 'email'],
    ['E-Mail: Angezeigter Name', ''],
    ['Weitere Vornamen', 'middle'],
    ['Deuxième prénom', 'middle'],
    ['Rue (bureau)', 'address:work.street'],
    ['Dép/Région (bureau)', 'address:work.region'],
    ['Code postal (domicile)', 'address:home.postalCode'],
    ['Télécopie (bureau)', 'phone:work fax'],
    ['Tél. mobile', 'phone:mobile'],
    ['Adresse de messagerie 2', 'email'],
    ['Calle del trabajo', 'address:work.street'],
    ['Teléfono particular', 'phone:home'],
    ['Código postal', 'address.postalCode'],
    ['Via (uff.)', 'address:work.street'],
    ['Telefono (ab.)', 'phone:home'],
    ['Cognome', 'family'],
    ['Sobrenome', 'family'],
    ['Telefone comercial', 'phone:work'],
    ['Celular', 'phone:mobile'],
    ['Achternaam', 'family'],
    ['Telefoon werk', 'phone:work'],
    ['Nazwisko', 'family'],
    ['Telefon służbowy', 'phone:work'],
    ['Kod pocztowy', 'address.postalCode'],
    ['姓', 'family'],
    ['携帯電話', 'phone:mobile'],
    ['メールアドレス', 'email'],
    ['emailAddress', 'email'],
    ['phoneNumberOffice', 'phone:work'],
    ['addressPostalCode', 'address.postalCode'],
    ['billing_street', 'address:billing.street'],
    ['accountName', 'org.name'],
    ['Home ZipCode', 'address:home.postalCode'],
    ['Pager Number', 'phone:pager'],
    ['Web Page 1', 'link'],
    ['Birth Year', 'birth.year'],
  ])('%s is %s', (header, target) => {
    expect(guessByHeader(header)).toBe(target);
  });

  it.each([
    'Shoe size',
    'Home',
    'Office',
    'Street food',
    'Phone model',
    'Büro 12',
    'Post office dog',
  ])('%s is nobody’s guess', (header) => {
    expect(guessByHeader(header)).toBeUndefined();
  });
});

const people = async (file: string) => {
  const { store, preview } = await importFile(file, { country: 'DE' });
  return { info: preview.info, people: await allOf(store, 'people') };
};

describe('a file', () => {
  it('of a German Outlook comes in whole', async () => {
    const [found] = (
      await people(
        [
          'Anrede,Vorname,Weitere Vornamen,Nachname,Firma,Position,Straße geschäftlich,Ort geschäftlich,Postleitzahl geschäftlich,Straße privat,Ort privat,Fax geschäftlich,Telefon privat,Mobiltelefon,Geburtstag,E-Mail-Adresse,E-Mail-Typ,E-Mail 2: Adresse,Kategorien',
          'Herr,Jörg,Peter,Weißgerber,Müller GmbH,Leiter,Hauptstraße 5,Köln,50667,Gartenweg 2,Brühl,+49 221 5550199,+49 2232 555017,+49 170 5550123,14.03.1975,j@mueller.example,SMTP,p@privat.example,Kunde;Köln',
        ].join('\n'),
      )
    ).people;
    expect(found?.fields).toMatchObject({
      given: 'Jörg',
      middle: 'Peter',
      family: 'Weißgerber',
      birthday: '1975-03-14',
    });
    expect(valuesOf(found, 'addresses')).toEqual([
      'work=Hauptstraße 5, 50667 Köln',
      'home=Gartenweg 2, Brühl',
    ]);
    expect(valuesOf(found, 'phones')).toEqual([
      'work fax=+492215550199',
      'home=+492232555017',
      'mobile=+491705550123',
    ]);
    expect(valuesOf(found, 'emails')).toEqual(['=j@mueller.example', '=p@privat.example']);
    expect(valuesOf(found, 'tags')).toEqual(['=Kunde', '=Köln']);
    expect(valuesOf(found, 'custom')).toEqual([]);
  });

  it('of Thunderbird has its birthday in three columns, and its street in the address', async () => {
    const [found] = (
      await people(
        'First Name,Last Name,Primary Email,Home Address,Home Address 2,Home City,Home ZipCode,Birth Year,Birth Month,Birth Day,\nTilda,Sparrow,t@x.example,12 Fig Lane,Flat 3,Springfield,97477,1980,7,9,\n',
      )
    ).people;
    expect(found?.fields['birthday']).toBe('1980-07-09');
    expect(valuesOf(found, 'addresses')).toEqual(['home=12 Fig Lane, Flat 3, 97477 Springfield']);
    expect(found?.sets['addresses']?.[0]?.more).toMatchObject({
      street: '12 Fig Lane',
      extended: 'Flat 3',
    });
    const [yearless] = (await people('Name,Birth Year,Birth Month,Birth Day\nAna,,12,5\n')).people;
    expect(yearless?.fields['birthday']).toBe('--12-05');
  });

  it('of Google without some of its columns is still Google’s', async () => {
    const { info, people: found } = await people(
      'First Name,Last Name,Labels,E-mail 1 - Value\nAna,Roe,* myContacts ::: Friends,a@x.example\n',
    );
    expect(info.program).toBe('Google Contacts');
    expect(valuesOf(found[0], 'tags')).toEqual(['=Friends']);
    const other = await people('Shoe size,Name,Pet,E-mail 1 - Value\n42,Ana Roe,Rex,a@x.example\n');
    expect(other.info.format).toBe('unknown');
    expect(valuesOf(other.people[0], 'emails')).toEqual(['=a@x.example']);
  });

  it('of a known program has its other columns guessed, too', async () => {
    const { people: found } = await people(
      'First Name,Last Name,E-mail Address,Mobile Phone,Business Phone,Home Phone,Pronouns,Handy\nAna,Roe,a@x.example,,,,she/her,+49 170 5550102\n',
    );
    expect(found[0]?.fields['pronouns']).toBe('she/her');
    expect(valuesOf(found[0], 'phones')).toEqual(['mobile=+491705550102']);
  });

  it('that says which rows are companies makes organisations of them, and roles of their people', async () => {
    const { store } = await importFile(
      'name,is_company,parent_id,email,phone,city\nAzur Interior,True,,hello@azur.example,+1 510 555 0101,Fremont\nBrandon Free,False,Azur Interior,brandon@azur.example,,Fremont\n"Smith, Jones & Sons",yes,Azur Interior,,,\n',
      { country: 'US' },
    );
    expect((await allOf(store, 'people')).map(({ name }) => name)).toEqual(['Brandon Free']);
    const groups = await allOf(store, 'groups');
    expect(groups.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
      'organisation Azur Interior',
      'organisation Smith, Jones & Sons',
    ]);
    const azur = groups.find(({ name }) => name === 'Azur Interior');
    expect(valuesOf(azur, 'phones')).toEqual(['=+15105550101']);
    expect((await allOf(store, 'ties')).map(({ fields }) => fields['to'])).toEqual([azur?.id]);
  });

  it('with "Name" beside a first name has family names in it', async () => {
    const { people: found } = await people('Name;Vorname;E-Mail\nRoe;Ana;a@x.example\n');
    expect(found[0]?.fields).toMatchObject({ given: 'Ana', family: 'Roe' });
  });

  it('keeps the values of a column without a name', async () => {
    const { people: found } = await people(
      'First Name,Email,\nAna,a@x.example,VIP\nBen,b@x.example,\n',
    );
    expect(found.map(({ name }) => name)).toEqual(['Ana', 'Ben']);
  });
});

describe('a cell', () => {
  const one = async (header: string, cell: string) =>
    (await people(`Name,${header}\nAna Roe,"${cell.replaceAll('"', '""')}"\n`)).people[0];

  it.each([
    ['+49 30 5550101; +49 171 5550102', ['=+49305550101', '=+491715550102']],
    ['+1 415 555 0101, +1 415 555 0102', ['=+14155550101', '=+14155550102']],
    ['+49 30 5550101 / 22', ['=+493055501012' + '2']],
    ['="03515550101"', ['=+493515550101']],
    ['+49\u00a0170\u00a0555\u00ad0101\u200b', ['=+491705550101']],
  ])('of phones, %j', async (cell, expected) => {
    const found = valuesOf(await one('Phone', cell), 'phones');
    expect(found.slice(0, expected.length)).toEqual(expected);
  });

  it.each([
    ['\u200bana@x.example\u00a0', 'ana@x.example'],
    ['Ana Roe|ana@x.example', 'ana@x.example'],
    ['Ana Roe <ana@x.example>', 'ana@x.example'],
  ])('of an e-mail, %j', async (cell, expected) => {
    expect(valuesOf(await one('Email', cell), 'emails')).toEqual([`=${expected}`]);
  });

  it('that is written as a formula for its zeros is the text', async () => {
    expect(valuesOf(await one('Zip', '="01069"'), 'addresses')).toEqual(['=01069']);
    expect(valuesOf(await one('Employee No', '="0007"'), 'custom')).toEqual(['Employee No=0007']);
    expect(valuesOf(await one('Sum', '=1+1'), 'custom')).toEqual(['Sum==1+1']);
  });

  it.each([
    ['Hernandez Rivera, Esperanza', 'Esperanza', 'Hernandez Rivera'],
    ['Smith Jones, Mary Ann', 'Mary', 'Smith Jones'],
    ['Roe, Ana', 'Ana', 'Roe'],
  ])('with the whole name %s', async (name, given, family) => {
    const { people: found } = await people(`Name,Email\n"${name}",a@x.example\n`);
    expect(found[0]?.fields).toMatchObject({ given, family });
    expect(found[0]?.fields['suffix']).toBeUndefined();
  });

  it('of Google with several addresses has several', async () => {
    const { people: found } = await people(
      'Name,Given Name,Family Name,Group Membership,Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Postal Code\n' +
        'Vera Lund,Vera,Lund,* myContacts,Home,1 Elm St ::: 2 Oak St,1 Elm St ::: 2 Oak St,Salem ::: Astoria,97301 ::: 97103\n',
    );
    expect(valuesOf(found[0], 'addresses')).toEqual([
      'home=1 Elm St, 97301 Salem',
      'home=2 Oak St, 97103 Astoria',
    ]);
  });
});
