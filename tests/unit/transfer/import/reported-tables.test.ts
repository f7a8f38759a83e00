// Tables as people reported them to other programs, made up anew: what comes in of each.

import { describe, expect, it } from 'vitest';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { allOf, importFile, valuesOf } from '../../../support/transfer/imports.ts';

const rows = (...lines: string[]): string => lines.map((line) => `${line}\r\n`).join('');

/** Everybody by name, with the values of a set. */
async function read(file: string, country = 'DE', mostKept?: number) {
  const { store, session, preview } = await importFile(file, {
    country,
    ...(mostKept === undefined ? {} : { mostKept }),
  });
  const people = await allOf(store, 'people');
  const groups = await allOf(store, 'groups');
  const ties = await allOf(store, 'ties');
  const planned = session.rows(0, 50).rows;
  const named = (name: string): RecordDoc | undefined => people.find((one) => one.name === name);
  const names = people.map(({ name }) => name).sort();
  const jobs = ties.map(({ fields }) => fields['title']);
  return { store, preview, planned, people, groups, names, named, jobs };
}

describe('rows of tables inside a record', () => {
  const header =
    'ID,First Name,Last Name,Email ID (Email IDs),Is Primary (Email IDs),Number (Contact Numbers),Is Primary Phone (Contact Numbers)';
  const file = rows(
    header,
    'Ana Roe-Acme,Ana,Roe,ana@x.example,1,+49 30 5550101,1',
    ',,,,0,+49 30 5550102,0',
    '"Ben\nPoe-Acme",Ben,Poe,ben@x.example,1,+49 30 5550103,1',
    ',,,b2@x.example,0,,',
    ',,,,,"+49 30 5550104",0',
  );
  // Once from memory, once with every row read from the file again.
  it.each([10_000, 0])('belong to the person above them, with %d rows kept', async (mostKept) => {
    const { names, named, preview } = await read(file, 'DE', mostKept);
    expect(preview.info).toMatchObject({ program: 'ERPNext', rows: 2 });
    expect(names).toEqual(['Ana Roe', 'Ben Poe']);
    expect(valuesOf(named('Ana Roe'), 'phones')).toEqual(['=+49305550101', '=+49305550102']);
    expect(valuesOf(named('Ana Roe'), 'custom')).toEqual([]);
    expect(valuesOf(named('Ben Poe'), 'emails')).toEqual(['=ben@x.example', '=b2@x.example']);
    expect(valuesOf(named('Ben Poe'), 'phones')).toEqual(['=+49305550103', '=+49305550104']);
  });

  it('are found by their columns in a file of no known program, too', async () => {
    const { names, named } = await read(
      rows(
        'Member,Name,Kind (Phones),Number (Phones)',
        '7,Cleo Noe,desk,+49 30 5550105',
        ',,door,+49 30 5550106',
      ),
    );
    expect(names).toEqual(['Cleo Noe']);
    expect(named('Cleo Noe')?.sets['phones']).toHaveLength(2);
  });

  it('are not rows that only lack a name, nor those of a file without such tables', async () => {
    const lacking = await read(rows(header, ',Ana,Roe,,,,', 'X-1,,,,,+49 30 5550102,0'));
    expect(lacking.people).toHaveLength(2);
    const plain = await read(
      rows('Name,Phone (home),Phone (work)', 'Ana Roe,+49 30 5550101,', ',+49 30 5550102,'),
    );
    expect(plain.people).toHaveLength(2);
  });
});

describe('one e-mail under several names', () => {
  it.each([
    [['Nick Talwar', 'Nick', '']],
    [['', 'Nick', 'Nick Talwar']],
    [['Nick', '', 'Nick Talwar']],
    [['Nick Talwar', '', 'N. Talwar']],
  ])('%j is one person with the fullest of them', async (written) => {
    const { names } = await read(
      rows('Name,Email', ...written.map((name) => `${name},nick@x.example`)),
    );
    expect(names).toEqual(['Nick Talwar']);
  });

  it('is two people where the names do not agree', async () => {
    const { names } = await read(
      rows('First Name,Last Name,Email', 'Ana,Roe,f@roe.example', 'Ben,Roe,f@roe.example'),
    );
    expect(names).toEqual(['Ana Roe', 'Ben Roe']);
  });

  it('is the person of the book who has it, whose name the file may fill up', async () => {
    const { store } = await read(rows('Name,Email', 'Nick,nick@x.example'));
    const more = rows('Name,Email', ',nick@x.example', 'Nick Talwar,nick@x.example');
    await importFile(more, { store });
    expect((await allOf(store, 'people')).map(({ name }) => name)).toEqual(['Nick Talwar']);
  });
});

describe('what stands before a name or says a job, by its values', () => {
  it.each([
    ['Titre', 'Mme', 'prefix'],
    ['Titre', 'Acheteuse', 'title'],
    ['Title', 'Mr.', 'prefix'],
    ['Title', 'Buyer', 'title'],
    ['Titolo', 'Sig.ra', 'prefix'],
  ])('%s, %s', async (header, cell, field) => {
    const { people, jobs } = await read(
      rows(`${header},First Name,Last Name,Company`, `${cell},Ana,Roe,Acme`),
    );
    expect([people[0]?.fields['prefix'], jobs[0]]).toEqual(
      field === 'prefix' ? [cell, undefined] : [undefined, cell],
    );
  });

  it('beside a column for the job', async () => {
    const { people, jobs } = await read(
      rows(
        'Titre,Prénom,Nom,Société,Service,Profession',
        'Mme,Hélène,Lefèvre,Dupré,Achats,Acheteuse',
      ),
    );
    expect([people[0]?.fields['prefix'], jobs]).toEqual(['Mme', ['Acheteuse']]);
  });
});

describe('a column', () => {
  it('without a name keeps its values under its number', async () => {
    const { named } = await read(rows('First Name,Last Name,Email,', 'Ana,Roe,a@x.example,VIP'));
    expect(valuesOf(named('Ana Roe'), 'custom')).toEqual(['#4=VIP']);
  });

  it.each(['emails', 'email1', 'Email Addresses', 'Email ID'])(
    '%s gives no value that name for a label',
    async (header) => {
      const { named } = await read(rows(`Name,${header}`, 'Ana Roe,a@x.example'));
      expect(valuesOf(named('Ana Roe'), 'emails')).toEqual(['=a@x.example']);
    },
  );

  it('that is there twice loses neither', async () => {
    const { named, jobs } = await read(
      rows(
        'Name,Phone,Phone,Company,Title,Title',
        'Ana Roe,+49 30 5550101,+49 30 5550102,Acme,Buyer,Chair',
      ),
    );
    expect(named('Ana Roe')?.sets['phones']).toHaveLength(2);
    expect([jobs, valuesOf(named('Ana Roe'), 'custom')]).toEqual([['Buyer'], ['Title=Chair']]);
  });

  it('of e-mails names a person who has no other name', async () => {
    const { names } = await read(
      rows(
        'Email,Company',
        'Ana Roe|ana@x.example,Acme',
        '"""Ben Poe"" <ben@x.example>",Acme',
        'cleo@x.example,Acme',
      ),
    );
    expect(names).toEqual(['Ana Roe', 'Ben Poe', 'cleo@x.example']);
  });
});

describe('dates of one column', () => {
  it.each([
    ['1985-05-15', '1985-05-15', undefined],
    ['15/05/1985', '1985-05-15', undefined],
    ['1/31', '--01-31', undefined],
    ['31182', undefined, '31182'],
    ['30.02.1980', undefined, '30.02.1980'],
    ['unknown', undefined, 'unknown'],
  ])('%s', async (written, birthday, kept) => {
    const { people, planned } = await read(rows('Name,Birthday', `Ana Roe,${written}`));
    expect([people[0]?.fields['birthday'], people[0]?.sets['custom']?.[0]?.value]).toEqual([
      birthday,
      kept,
    ]);
    expect(planned[0]?.reasons).toEqual(kept === undefined ? [] : ['date-not-understood']);
  });

  it.each([
    ['DE', '2021-03-12'],
    ['US', '2021-12-03'],
    ['GB', '2021-03-12'],
  ])('that could be either are read as in %s', async (country, birthday) => {
    const { people } = await read(rows('last_name,birthdate', 'Tolle,12/3/2021'), country);
    expect(people[0]?.fields['birthday']).toBe(birthday);
  });
});

describe('cells', () => {
  it('a phone that a spreadsheet made a sum of is kept as it is, and said', async () => {
    const { named, planned } = await read(rows('Name,Mobile', 'Ana Roe,4.91705E+11'));
    expect(valuesOf(named('Ana Roe'), 'custom')).toEqual(['mobile=4.91705E+11']);
    expect(planned[0]?.reasons).toEqual(['phone-shortened']);
  });

  it('zeros before a number stay', async () => {
    const { named } = await read(
      rows(
        'First Name,Last Name,Street,Zip,City,Customer No',
        '"Ana","Roe","Elm 1","01069","X","00045"',
      ),
    );
    expect(named('Ana Roe')?.sets['addresses']?.[0]?.more).toMatchObject({ postalCode: '01069' });
    expect(valuesOf(named('Ana Roe'), 'custom')).toEqual(['Customer No=00045']);
  });

  it.each([',', ';', '\t'])('between %j: a sep= line, and a comma inside a cell', async (sep) => {
    const { names, groups } = await read(
      rows(
        `sep=${sep}`,
        ['Vorname', 'Nachname', 'Firma'].join(sep),
        ['Anna-Maria', 'Köhler', '"Meier, Huber & Co"'].join(sep),
      ),
    );
    expect([names, groups.map(({ name }) => name)]).toEqual([
      ['Anna-Maria Köhler'],
      ['Meier, Huber & Co'],
    ]);
  });

  it('notes keep their lines, whichever ends they have', async () => {
    const { named, names } = await read(
      rows(
        'First Name,Last Name,Notes',
        'Elke,Roe,"Walburga\r\n\r\nGroup: Family\rDay: 28.10."',
        'Ben,Poe,short',
      ),
    );
    expect(names).toEqual(['Ben Poe', 'Elke Roe']);
    expect(named('Elke Roe')?.note.split(/\r\n|\r|\n/)).toHaveLength(4);
  });

  it('what one row leaves out is not that of another', async () => {
    const { people } = await read(
      rows('first_name;last_name;email1', 'f1;l1;e1@x.example', 'f2;l2;', 'f3;l3;e3@x.example'),
    );
    expect(people.map(({ sets }) => sets['emails']?.[0]?.value)).toEqual([
      'e1@x.example',
      undefined,
      'e3@x.example',
    ]);
  });

  it('companies alone come in with phones that name no country', async () => {
    const { groups, people, planned } = await read(
      rows(
        'Account Name;Phone;City',
        'Mosel Kontor;026185 4711;Koblenz',
        'Ahr Kontor;+49026415550;',
      ),
    );
    expect([people, groups.map((one) => valuesOf(one, 'phones'))]).toEqual([
      [],
      [['=+49261854711'], ['=+4926415550']],
    ]);
    expect(planned.every(({ action }) => action === 'create')).toBe(true);
  });
});

describe('a whole name', () => {
  it.each([
    ['Ben Poe', 'Ben', 'Poe'],
    ['Björn Borg', 'Björn', 'Borg'],
    ['Dr. Al Roe', 'Al', 'Roe'],
    ['Ben van Poe', 'Ben', 'van Poe'],
    ['de Vries', undefined, 'de Vries'],
    ['Van Dyke', undefined, 'Van Dyke'],
    ['van der Berg', undefined, 'van der Berg'],
  ])('%s', async (name, given, family) => {
    const { people } = await read(rows('Name,Email', `${name},a@x.example`));
    expect([people[0]?.fields['given'], people[0]?.fields['family']]).toEqual([given, family]);
  });
});
