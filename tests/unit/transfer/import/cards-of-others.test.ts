// Cards as people reported them to other programs: what each of them brings, and nothing
// of it lost without a word.

import { describe, expect, it } from 'vitest';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { allOf, importFile, valuesOf } from '../../../support/transfer/imports.ts';

const begin = 'BEGIN:VCARD';
const end = 'END:VCARD';
const text = (...lines: string[]): string => `${lines.join('\r\n')}\r\n`;
const card = (version: string, ...lines: string[]): string =>
  text(begin, `VERSION:${version}`, ...lines, end);

async function read(content: string | Uint8Array) {
  const { store, session } = await importFile(content, { name: 'a.vcf', country: 'DE' });
  const people = await allOf(store, 'people');
  const groups = await allOf(store, 'groups');
  const ties = await allOf(store, 'ties');
  return { people, groups, ties, rows: session.rows(0, 50).rows };
}
type Found = Awaited<ReturnType<typeof read>>;

const one = async (content: string | Uint8Array): Promise<RecordDoc> => {
  const { people } = await read(content);
  expect(people).toHaveLength(1);
  return people[0]!;
};
const names = ({ people }: Found): string[] => people.map(({ name }) => name).sort();
const orgs = ({ groups }: Found): string[] => groups.map(({ name }) => name).sort();
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Title and company of each role. */
const jobs = ({ ties, groups }: Found): string[] =>
  ties
    .map(({ fields }) => {
      const company = groups.find(({ id }) => id === fields['to'])?.name;
      return `${textOf(fields['title'])} at ${company}`;
    })
    .sort();

describe('where a card begins and ends', () => {
  it.each([
    ['END:VCARDBEGIN:VCARD', 'on one line'],
    ['END:VCARD\uFEFFBEGIN:VCARD', 'with a byte order mark between'],
    ['END:VCARD\r\n\uFEFFBEGIN:VCARD', 'with a byte order mark before the next'],
  ])('%j: %s', async (seam) => {
    const bodies = ['Les Amis', 'Vera Vosges', 'Carl Dole'].map((name) =>
      text(`FN:${name}`, `EMAIL:${name.slice(0, 4).trim()}@x.example`, 'VERSION:3.0').trim(),
    );
    const found = await read(`${begin}\r\n${bodies.join(`\r\n${seam}\r\n`)}\r\n${end}\r\n`);
    expect(names(found)).toEqual(['Carl Dole', 'Les Amis', 'Vera Vosges']);
    for (const { sets } of found.people) expect(sets['emails']).toHaveLength(1);
  });

  it('a card without its end costs nobody else, and says so', async () => {
    const open = text(begin, 'VERSION:3.0', 'FN:Ana Roe', 'TEL:+49301234567');
    const found = await read(`${open}${card('3.0', 'FN:Ben Poe')}${card('3.0', 'FN:Cleo Noe')}`);
    expect(names(found)).toEqual(['Ana Roe', 'Ben Poe', 'Cleo Noe']);
    expect(found.rows[0]?.reasons).toContain('card-without-end');
    expect(found.rows[1]?.reasons).not.toContain('card-without-end');
  });

  it.each([
    ['FN:Cleo Noe\r\nTEL:+49 30 5550102\r\n', 'Cleo Noe', ['=+49305550102']],
    ['FN:Cleo Noe\r\nTEL:+49 30 5550102\r\nTEL:+49 17', 'Cleo Noe', ['=+49305550102']],
    ['FN:Cleo Noe\r\nTEL:+49 30 5550102\r\nEND:VC', 'Cleo Noe', ['=+49305550102']],
  ])('a file that is cut off in its last card, %j', async (body, name, phones) => {
    const found = await read(`${card('3.0', 'FN:Ana Roe')}${begin}\r\nVERSION:3.0\r\n${body}`);
    expect(names(found)).toEqual(['Ana Roe', name]);
    expect(valuesOf(found.people[1], 'phones')).toEqual(phones);
    expect(found.rows[1]?.reasons).toContain('card-without-end');
    expect(found.rows[1]?.reasons.includes('line-cut-off')).toBe(!body.endsWith('\n'));
  });

  it('an agent’s card inside another is that one’s agent', async () => {
    const found = await read(
      text(
        begin,
        'VERSION:2.1',
        'N:Roe;Ana',
        'FN:Ana Roe',
        'AGENT:',
        begin,
        'VERSION:2.1',
        'N:Thomas;Susan',
        'TEL;WORK:+1 919 555 0101',
        end,
        '',
        'TEL;WORK:+1 919 555 0102',
        end,
      ) +
        card('3.0', 'FN:Cleo Noe', String.raw`AGENT:BEGIN:VCARD\nFN:Sue Tom\nEND:VCARD\n`) +
        card('3.0', 'FN:Ben Poe'),
    );
    expect(names(found)).toEqual(['Ana Roe', 'Ben Poe', 'Cleo Noe']);
    const [ana, cleo] = ['Ana Roe', 'Cleo Noe'].map((name) =>
      found.people.find((person) => person.name === name),
    );
    expect(valuesOf(ana, 'relations')).toEqual(['agent=Susan Thomas']);
    expect(valuesOf(ana, 'phones')).toEqual(['work=+19195550102']);
    expect(valuesOf(cleo, 'relations')).toEqual(['agent=Sue Tom']);
  });
});

describe('lines that were broken', () => {
  it('by a raw line break, with and without a blank line', async () => {
    const ana = await one(
      card(
        '3.0',
        'FN:Gábor Béla',
        '',
        'Szabó-Kiss',
        String.raw`N:Béla\n\nSzabó-Kiss;Gábor;;;`,
        'NOTE:first line',
        'second line, with a comma',
        'CATEGORIES:a',
      ),
    );
    expect(ana.name).toBe('Gábor Béla Szabó-Kiss');
    expect(ana.note).toBe('first line\nsecond line, with a comma');
    expect(valuesOf(ana, 'custom')).toEqual([]);
    expect(valuesOf(ana, 'tags')).toEqual(['=a']);
  });

  const printable = 'CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE';
  it.each([
    ['softly and folded', ['=D0=90=D0=BD=D0=B=', ' 0=20=D0=A0=', ' =D0=BE'], 'Ана Ро'],
    [
      'softly alone',
      ['Cheshire House=', ' 30, Chepstow=', ' Place'],
      'Cheshire House 30, Chepstow Place',
    ],
    ['inside of a letter', ['=D0=90=D0=BD=D0=', '=B0'], 'Ана'],
  ])('%s in quoted-printable', async (_, lines, expected) => {
    const [first = '', ...rest] = lines;
    const { note } = await one(card('2.1', 'FN:A B', `NOTE;${printable}:${first}`, ...rest));
    expect(note).toBe(expected);
  });

  it('by base64 that is not indented', async () => {
    const bytes = 'iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAIAAABvFaqvAAAG40lEQVR4AQHYBif5AAAf';
    const photo = (...head: string[]): Promise<RecordDoc> =>
      one(card('2.1', 'N:Nord;Nina', ...head, bytes, 'RQ4tTBU0', '', 'TEL:+49301234567'));
    for (const head of ['PHOTO;PNG;ENCODING=BASE64:', 'PHOTO;PNG;BASE64:']) {
      const nina = await photo(head);
      expect(nina.fields['photo']).toBe(`data:image/png;base64,${bytes}RQ4tTBU0`);
      expect(valuesOf(nina, 'custom')).toEqual([]);
      expect(valuesOf(nina, 'phones')).toEqual(['=+49301234567']);
    }
  });
});

describe('names', () => {
  it.each([
    ['Roe Jr.\\, John', 'Roe Jr., John'],
    ['Anna (Nachbarin)', 'Anna (Nachbarin)'],
    ['Pizza Roma\\, Lieferdienst', 'Pizza Roma, Lieferdienst'],
    ['Praxis Dr. Hahn', 'Praxis Dr. Hahn'],
    ['Tim "Timmy" Roe', 'Tim "Timmy" Roe'],
    ['Prof. Dr. med. Anna Berger', 'Prof. Dr. med. Anna Berger'],
    ['Hausmeister Haus 3', 'Hausmeister Haus 3'],
    ['Müller & Söhne', 'Müller & Söhne'],
  ])('a card with nothing but FN:%s is shown so', async (written, shown) => {
    expect((await one(card('3.0', `FN:${written}`))).name).toBe(shown);
  });

  it.each([
    ['Tony H.', 'N:Hickey;Anthony;;;', 'Anthony Hickey', 'Tony H.'],
    ['Szabó Béla', 'N:Szabó;Béla;;;', 'Szabó Béla', 'Szabó Béla'],
    ['Hickey\\, Anthony', 'N:Hickey;Anthony;;;', 'Anthony Hickey', undefined],
    ['Anthony Hickey', 'N:Hickey;Anthony;J.;Dr.;', 'Dr. Anthony J. Hickey', undefined],
  ])('of FN:%s and %s, %s is shown', async (written, parts, shown, kept) => {
    const { name, fields } = await one(card('3.0', `FN:${written}`, parts));
    expect([name, fields['fullName']]).toEqual([shown, kept]);
  });

  it('a card without a name goes by its chat', async () => {
    const found = await one(card('3.0', 'UID:osso-1', 'X-SKYPE;TYPE=skype:echo123'));
    expect(found.name).toBe('echo123');
  });
});

describe('cards as programs write them', () => {
  const bytes = 'iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAIAAABvFaqvAAAG40lEQVR4AQHYBif5AAAf';
  it.each([
    [`PHOTO;TYPE=PNG;ENCODING=BASE64;VALUE=URI:${bytes}`],
    [`PHOTO;ENCODING=B;TYPE=image/png:data:image/png;base64,${bytes}`],
    [`PHOTO;ENCODING=b;TYPE=PNG:${bytes}`],
  ])('%s is the photo', async (line) => {
    const { fields } = await one(card('3.0', 'FN:Ana Roe', line));
    expect(fields['photo']).toBe(`data:image/png;base64,${bytes}`);
  });

  it.each([
    ['TEL;X-EVOLUTION-E164=69918466863,"+43";TYPE=cell:+43 699 1234567', 'mobile=+436991234567'],
    ['TEL;VALUE=uri;TYPE="voice,home":tel:+43-699-1234567', 'home=+436991234567'],
    ['item1.TEL:+43 699 1234567\r\nitem1.X-ABLabel:Reception', 'Reception=+436991234567'],
    ['TEL;TYPE=WORK;TYPE=FAX:+43 699 1234567', 'work fax=+436991234567'],
  ])('%s', async (lines, expected) => {
    expect(valuesOf(await one(card('3.0', 'FN:Test Ost', lines)), 'phones')).toEqual([expected]);
  });

  it.each([
    ['BDAY;VALUE=DATE:', 'EMAIL;TYPE=HOME:', 'TEL:'],
    ['item2.ADR:;;;;;;', 'item2.X-ABLabel:'],
    ['ADR;LABEL="":;;;;;;', 'NOTE:', 'URL:', 'ORG:;'],
  ])('what is empty brings nothing: %s', async (...lines) => {
    const { fields, sets, note } = await one(card('3.0', 'N:Roe;Ana;;;', 'FN:Ana Roe', ...lines));
    expect([fields, sets, note]).toEqual([{ given: 'Ana', family: 'Roe' }, {}, '']);
  });

  it('several components keep all they say', async () => {
    const john = await one(
      card(
        '3.0',
        'N:Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.,A.C.P.',
        String.raw`FN:Dr. John Philip Paul Stevenson\, Jr.\, M.D.\, A.C.P.`,
        'ADR;LABEL="":;;Elm 1;Bonn;;53113;Germany',
      ),
    );
    expect(john.name).toMatch(/^Dr\. John Philip,? Paul Stevenson,? Jr\.,? M\.D\.,? A\.C\.P\.$/);
    expect(valuesOf(john, 'addresses')).toEqual(['=Elm 1, 53113 Bonn, Germany']);
  });

  it('small letters, an early end of the version and made-up properties cost nothing', async () => {
    const lower = text(
      'begin:vcard',
      'fn;quoted-printable:D=C3=BCmmy GmbH',
      'email;internet:info@duemmy.example',
      'version:2.1',
      'end:vcard',
    );
    const { people, groups } = await read(lower);
    const [found] = [...people, ...groups];
    expect([found?.name, valuesOf(found, 'emails')]).toEqual([
      'Dümmy GmbH',
      ['=info@duemmy.example'],
    ]);
    const made = await one(
      card('4.0', 'FN:Ronja Axel', 'PHONE.WORK:+46 70 255 01 01', 'LAST:House'),
    );
    expect(made.sets['custom']?.map(({ value }) => value)).toContain('+46 70 255 01 01');
    const nobody = await read(card('3.0', 'First name:Eddie', 'E-Mail 2:eddie@x.example'));
    expect([nobody.people, nobody.rows[0]?.reasons]).toEqual([[], ['no-name-or-address']]);
  });

  it.each([
    [
      ['TEL:+420777111221', 'BDAY:1950-01-01', 'ORG:Pila'],
      ['TEL:+420777111222', 'BDAY:1980-01-01', 'ORG:Banka'],
    ],
    [['TEL:+420777111223'], ['TEL:+420777111224']],
    [['EMAIL:a@x.example'], ['EMAIL:b@x.example']],
  ])('two of one name stay two: %j and %j', async (first, second) => {
    const both = [first, second].map((lines) =>
      card('3.0', 'N:Novak;Jan;;;', 'FN:Jan Novak', ...lines),
    );
    expect(names(await read(both.join('')))).toEqual(['Jan Novak', 'Jan Novak']);
  });

  it.each([
    [
      ['N:;;;;', 'ORG:Cafe Atlantico', 'FN:Cafe Atlantico', 'TEL:+1 202 555 0101'],
      'Cafe Atlantico',
    ],
    [
      ['N:;;;;', 'ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Zuba=C5=99ka', 'TEL:+420777111222'],
      'Zubařka',
    ],
  ])('a company alone is one: %j', async (lines, name) => {
    const found = await read(card('2.1', ...lines));
    expect([orgs(found), names(found)]).toEqual([[name], []]);
    expect(found.groups[0]?.sets['phones']).toHaveLength(1);
  });
});

describe('companies and jobs', () => {
  it.each([
    [
      [
        'item1.ORG;PREF=1:Acme;Research',
        'item1.TITLE:Engineer',
        'item2.ORG:Kite Club',
        'item2.TITLE:Chair',
      ],
    ],
    [['item2.TITLE:Chair', 'item1.ORG:Acme', 'item2.ORG:Kite Club', 'item1.TITLE:Engineer']],
    [['ORG:Acme', 'TITLE:Engineer', 'ORG:Kite Club', 'TITLE:Chair']],
  ])('each title stands by its company: %j', async (lines) => {
    const found = await read(card('4.0', 'N:Roe;Ana;;;', 'FN:Ana Roe', ...lines));
    expect(jobs(found)).toEqual(['Chair at Kite Club', 'Engineer at Acme']);
  });

  it('a title without a company, or beside another, is kept', async () => {
    const plumber = await read(card('3.0', 'FN:Ana Roe', 'ORG:;', 'TITLE:Plumber'));
    expect([orgs(plumber), plumber.people[0]?.fields['jobNote']]).toEqual([[], 'Plumber']);
    const both = await read(card('3.0', 'FN:A B', 'ORG:Acme', 'TITLE:Owner', 'ROLE:Boss'));
    expect([jobs(both), both.people[0]?.fields['jobNote']]).toEqual([['Owner at Acme'], 'Boss']);
  });

  it('a company is called as its card says in full', async () => {
    const found = await read(
      card('3.0', 'ORG:IAK;Zorg', 'FN:IAK Zorg', 'X-ABSHOWAS:COMPANY') +
        card('3.0', 'FN:DMYV e.V.', 'ORG:DMYV e.V.;Schein', 'EMAIL:schein@dmyv.example'),
    );
    expect([orgs(found), names(found)]).toEqual([['DMYV e.V.', 'IAK Zorg'], []]);
  });
});

describe('values', () => {
  it('own labels of phones are kept as they are written', async () => {
    const rosa = await one(
      card('2.1', 'FN:Rosa', 'TEL;X-Jacky:+49 30 5550102', 'TEL;X-Summer House:+49 30 5550103'),
    );
    expect(valuesOf(rosa, 'phones')).toEqual(['Jacky=+49305550102', 'Summer House=+49305550103']);
  });

  it('rows that Android keeps are what they are', async () => {
    const rows = [
      'relation;Bob;2;;;;;;;;;;;;;',
      'relation;Gus;0;godfather;;;;;;;;;;;;',
      'nickname;Annie;1;;;;;;;;;;;;;',
      'contact_event;2011-05-06;1;;;;;;;;;;;;;',
      'contact_event;1980-02-03;3;;;;;;;;;;;;;',
      'something;Else;7;;',
    ].map((row) => `X-ANDROID-CUSTOM:vnd.android.cursor.item/${row}`);
    const ana = await one(card('3.0', 'N:Roe;Ana;;;', 'FN:Ana Roe', ...rows));
    expect(valuesOf(ana, 'relations')).toEqual(['brother=Bob', 'godfather=Gus']);
    expect(ana.fields).toMatchObject({ nickname: 'Annie', birthday: '1980-02-03' });
    expect(valuesOf(ana, 'dates')).toEqual(['anniversary=2011-05-06']);
    expect(valuesOf(ana, 'custom')).toEqual(['something=Else;7']);
  });

  it('notes keep commas and semicolons that nobody escaped, and colons that somebody did', async () => {
    const ana = await one(
      card(
        '3.0',
        'FN:Kni Rp: Wr.no',
        String.raw`N:Rp\: Wr.no;Kni;;;`,
        String.raw`NOTE:before comma, after; and 1,5 more at 1\:30pm, C:\\:`,
        String.raw`URL:http\://roe.example/`,
      ),
    );
    expect(ana.note).toBe(String.raw`before comma, after; and 1,5 more at 1:30pm, C:\:`);
    expect(ana.fields['family']).toBe('Rp: Wr.no');
    expect(valuesOf(ana, 'links')).toEqual(['=http://roe.example/']);
  });

  it.each(['2.1', '3.0', '4.0'])('escaped signs of version %s are those signs', async (version) => {
    const found = await read(
      card(
        version,
        'N:Roe;Ana;;;',
        'FN:Ana Roe',
        String.raw`NOTE:Likes tea\; coffee\, too\nback\\slash; C:\\;`,
        String.raw`ORG:Roe\, Poe & Co.\; Sons;North`,
        String.raw`X-HOBBY:chess\; go`,
      ),
    );
    expect(found.people[0]?.note).toBe('Likes tea; coffee, too\nback\\slash; C:\\;');
    expect(orgs(found)).toEqual(['Roe, Poe & Co.; Sons']);
    expect(valuesOf(found.people[0], 'custom')).toEqual(['hobby=chess; go']);
  });

  it.each([
    ['BDAY;VALUE=DATE:19500101', '1950-01-01'],
    ['BDAY:19850412T000000Z', '1985-04-12'],
    ['BDAY;VALUE=date-and-or-time:--0412', '--04-12'],
    ['BDAY:1985-04', '1985-04'],
    ['BDAY:1985', '1985'],
    ['BDAY;VALUE=text:circa 1800', undefined],
  ])('%s is no more than it says', async (line, birthday) => {
    for (const version of ['3.0', '4.0']) {
      const { fields, sets } = await one(card(version, 'FN:Ana Roe', line));
      const kept = fields['birthday'] ?? sets['custom']?.[0]?.value;
      expect([fields['birthday'], kept]).toEqual([birthday, birthday ?? 'circa 1800']);
    }
  });

  it('who is related by UID is named, and one of elsewhere is kept', async () => {
    const uid = 'urn:uuid:b8767877-b4a1-4c70-9acc-505d3819e519';
    const away = 'urn:uuid:00000000-0000-4000-8000-000000000009';
    const related = [
      `RELATED;TYPE=spouse:${uid}`,
      'RELATED;TYPE=child;VALUE=text:Tim Roe',
      `RELATED;TYPE=friend:${away}`,
    ];
    const { people } = await read(
      card('4.0', 'FN:Ana Roe', ...related) + card('4.0', `UID:${uid}`, 'FN:Ben Poe'),
    );
    const ana = people.find(({ name }) => name === 'Ana Roe');
    expect(valuesOf(ana, 'relations')).toEqual(['spouse=Ben Poe', 'child=Tim Roe']);
    expect(valuesOf(ana, 'custom')).toEqual([`friend=${away}`]);
  });

  it('a picture has the type it says', async () => {
    const bytes = 'iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAIAAABvFaqvAAAG40lEQVR4AQHYBif5AAAf';
    const { fields } = await one(
      card('3.0', 'FN:Julie', `PHOTO;ENCODING=b;TYPE=image/png:${bytes}`),
    );
    expect(fields['photo']).toBe(`data:image/png;base64,${bytes}`);
  });

  it('an address that stands only on a label is kept, one in parts is not doubled', async () => {
    const label = String.raw`LABEL;TYPE=WORK:Hauptstr. 1\n50667 Köln`;
    const ana = await one(card('3.0', 'FN:Ana Roe', label));
    expect(valuesOf(ana, 'addresses')).toEqual(['work=Hauptstr. 1, 50667 Köln']);
    const both = await one(
      card('3.0', 'FN:Ana Roe', 'ADR;TYPE=WORK:;;Hauptstr. 1;Köln;;50667;', label),
    );
    expect(valuesOf(both, 'addresses')).toHaveLength(1);
  });

  it('what has no place of its own is kept, and what is left out is said', async () => {
    const { people, rows } = await read(
      card(
        '4.0',
        'FN:Ana Roe',
        'GEO:geo:50.94,6.96',
        'TZ:Europe/Berlin',
        'FBURL:https://x.example/fb',
        'KEY:https://x.example/ana.pgp',
        'LOGO:data:image/png;base64,iVBORw0KGgo=',
      ),
    );
    expect(valuesOf(people[0], 'custom')).toEqual([
      'geo=geo:50.94,6.96',
      'tz=Europe/Berlin',
      'fburl=https://x.example/fb',
      'key=https://x.example/ana.pgp',
    ]);
    expect(rows[0]?.reasons).toContain('detail-left-out');
  });
});
