// A base of made-up people of whom it is known who is whom: records of one person as they
// come apart in real books, and of different people who have much in common.

import type { Traits } from '../../../src-shared/duplicates/traits.ts';
import { shareRoot } from '../../../src-shared/duplicates/short-names.ts';
import { spelled, traitsOf } from '../../../src-shared/duplicates/traits.ts';
import { phoneKey } from '../../../src-shared/domain/fold.ts';
import { seededRandom } from '../seeded.ts';

const givenNames =
  'Anna Ben Clara David Emma Felix Greta Hannah Ivan Julia Karl Lena Martin Nina Oskar Paula Quentin Robert Sofia Thomas Ulrike Viktor Walter Xenia Yusuf Zoe Michael Peter Katharina Christian Christina Andreas Elisabeth Alexander Maria Johannes Stefan Susanne Wolfgang Monika Jürgen Renate Günther Ingrid Mehmet Ayşe Fatma Mustafa Piotr Agnieszka Tomasz Małgorzata Ivana Luka Chiara Marco Giulia Pierre Camille José Carmen John Mary William Patricia Jan Jana Martina Frank Ute Dirk Heike Sven Anke Olaf Birgit Lars Silke Nils Antje Björn Maren Kai Wiebke Uwe Gisela Horst Edith Rosa Emil Ida Theo Mila Noah Lotte'.split(
    ' ',
  );
const familyNames =
  'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Maier Huber Yilmaz Demir Kaya Çelik Nowak Kowalski Wiśniewski Horvat Kovačević Rossi Bianchi Martin Dubois García López Smith Jones Brown Taylor Nguyen Petersen Jansen Hansen Christensen Weißgerber Trautwein Sperling Rabenau Kestner Lindqvist Przybylski Okonkwo Abendroth Zwiener Haberkorn Mühlenbeck Oberländer Steinhauer Grünwald Böttcher Seligmann Wrobel Ziegenhagen Falkenrath Eisenblätter Dornbusch Kirchhoff Strohmeyer Blumenthal Vandenberg Achterberg Nagelschmidt Querfurt Tiedemann Ulbricht Voigtländer Witzleben Zschocke Ackermann Brinkmann Clausen Dittrich Engelhardt Fassbender Göttsche Hirschfeld Isenberg Jakubowski Kaltenbach Löwenstein Marquardt Niemöller Ostermann Pfannenstiel'.split(
    ' ',
  );
const towns = 'Köln Hamburg München Leipzig Bremen Kiel Ulm Jena Trier Bonn Graz Bern'.split(' ');
const streets =
  'Hauptstraße Gartenweg Lindenallee Bahnhofstraße Schulgasse Am Markt Ringstraße Mühlweg'.split(
    ' ',
  );
const companies = Array.from(
  { length: 60 },
  (_, at) => `${familyNames[at + 30] ?? 'A'} & Söhne GmbH`,
);
const beginnings =
  'Adel Bern Buch Dorn Eber Falk Gold Hart Irm Jung Kalt Lieb Mors Nied Ober Pfal Ried Sand Tann Ursch Vor Wend Zell Stein Fried Hohen Kron Lauten'.split(
    ' ',
  );
const middles = ['', '', 'en', 'er', 'in', 'el', 'els'];
const ends =
  'bach berg brink bühl dorfer egger feld gruber hagen hauser hofer kamp lechner mann moser pointner reuther scheid stätter thaler walder wieser'.split(
    ' ',
  );
const providers = ['post.example', 'mail.example', 'web.example', 'box.example'];

/** Names in another script, as their bearers write them in Latin letters. */
const cyrillic = {
  given:
    'Дмитрий:Dmitri Екатерина:Ekaterina Ольга:Olga Сергей:Sergej Владимир:Vladimir Татьяна:Tatjana Андрей:Andrej Наталья:Natalja',
  family:
    'Иванов:Ivanov Смирнова:Smirnova Соколова:Sokolova Кузнецов:Kuznecov Попов:Popov Волков:Volkov Морозов:Morozov Лебедева:Lebedeva Козлов:Kozlov Новиков:Novikov Орлова:Orlova Громов:Gromov Зайцев:Zajcev Беляев:Beljaev',
};
const pairsIn = (text: string): [string, string][] =>
  text.split(' ').map((pair) => pair.split(':') as [string, string]);
const shortForms: readonly [string, string][] = [
  ['Robert', 'Bob'],
  ['Elisabeth', 'Lisa'],
  ['Katharina', 'Kathi'],
  ['Michael', 'Micha'],
  ['Alexander', 'Sascha'],
  ['Thomas', 'Tom'],
  ['Johannes', 'Hans'],
  ['William', 'Bill'],
  ['Susanne', 'Susi'],
  ['Stefan', 'Steffen'],
  ['Martin', 'Marty'],
  ['Maria', 'Mia'],
  ['Peter', 'Pete'],
  ['Wolfgang', 'Wolf'],
  ['Günther', 'Günter'],
];

type Made = {
  given: string;
  family: string;
  fullName?: string;
  suffix?: string;
  maidenName?: string;
  email?: string;
  phone?: string;
  birthday?: string;
  company?: string;
  street?: string;
  town?: string;
};

/** `person`: records of the same number are of one person. */
export type Labelled = { traits: Traits; person: number; how: string };

export function labelledPeople(seed: number, size = 3_000): Labelled[] {
  const random = seededRandom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  /** Few names are of many. */
  const often = <T>(of: readonly T[]): T => of[Math.floor(of.length * random() ** 2)] as T;
  const digits = (count: number): string =>
    Array.from({ length: count }, (_, at) => (at === 0 ? 1 + below(9) : below(10))).join('');
  /** As the world has them: few names that many have, and very many that few have. */
  const familyName = (): string => (random() < 0.55 ? often(familyNames) : rareName());
  const rareName = (): string => one(beginnings) + one(middles) + one(ends);
  const plain = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/[^\p{L}]/gu, '')
      .replace(/ß/g, 'ss')
      .toLowerCase();

  const mobile = (): string => `+4917${digits(8)}`;
  const landline = (): string => `+49${one(['30', '40', '89', '221'])}${digits(7)}`;
  const birthday = (from = 1940, span = 65): string =>
    `${from + below(span)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
  const taken = new Set<string>();
  /** An address is one person's. */
  const mailOf = (given: string, family: string): string => {
    for (let tries = 0; ; tries++) {
      const number = random() < 0.4 || tries > 3 ? String(below(999)) : '';
      const mail = `${plain(given)}${one(['.', '', '_'])}${plain(family)}${number}@${one(providers)}`;
      if (taken.has(mail)) continue;
      taken.add(mail);
      return mail;
    }
  };
  const somebody = (): Made => {
    const [given, family] = [often(givenNames), familyName()];
    return {
      given,
      family,
      email: mailOf(given, family),
      phone: random() < 0.7 ? mobile() : landline(),
      ...(random() < 0.4 ? { birthday: birthday() } : {}),
      ...(random() < 0.6 ? { company: often(companies) } : {}),
      ...(random() < 0.5 ? { street: `${one(streets)} ${1 + below(120)}`, town: one(towns) } : {}),
    };
  };
  /** Parents do not call twins Peter and Pierre. */
  const another = (given: string): string =>
    one(givenNames.filter((name) => name !== given && !shareRoot(spelled(name), spelled(given))));
  const without = (made: Made, ...parts: (keyof Made)[]): Made => {
    const kept = { ...made };
    for (const part of parts) delete kept[part];
    return kept;
  };
  const typo = (text: string): string => {
    const at = 1 + below(Math.max(1, text.length - 1));
    switch (below(3)) {
      case 0:
        return text.slice(0, at) + text.slice(at + 1);
      case 1:
        return text.slice(0, at) + (text[at] ?? 'e') + text.slice(at);
      default:
        return text.slice(0, at) + one(Array.from('aeinrst')) + text.slice(at + 1);
    }
  };

  /** One person, twice. */
  const same: { readonly [how: string]: (made: Made) => [Made, Made] } = {
    'exact, other phone': (a) => [a, { ...a, phone: mobile() }],
    'typo in the family name': (a) => [
      a,
      { ...without(a, 'street', 'town'), family: typo(a.family) },
    ],
    'typo in the given name': (a) => [a, { ...without(a, 'email'), given: typo(a.given) }],
    'short form, same phone': (a) => {
      const [long, short] = one(shortForms);
      return [
        { ...a, given: long },
        { ...without(a, 'birthday'), given: short, email: mailOf(short, a.family) },
      ];
    },
    moved: (a) => [
      { ...a, street: 'Altweg 1', town: 'Köln' },
      { ...a, phone: landline(), street: `${one(streets)} ${below(90)}`, town: one(towns) },
    ],
    'another script': (a) => {
      const [given, family] = [one(pairsIn(cyrillic.given)), one(pairsIn(cyrillic.family))];
      return [
        { ...a, given: given[0], family: family[0] },
        { ...without(a, 'email'), given: given[1], family: family[1] },
      ];
    },
    'umlauts written out': (a) => {
      const family = one(['Müller', 'Schröder', 'Köhler', 'Krüger', 'Böttcher', 'Grünwald']);
      const out = family.replace('ü', 'ue').replace('ö', 'oe');
      return [
        { ...a, family },
        { ...without(a, 'phone'), family: out },
      ];
    },
    'turned round': (a) => [a, { ...without(a, 'phone'), given: a.family, family: a.given }],
    initial: (a) => [a, { ...without(a, 'birthday'), given: `${a.given.slice(0, 1)}.` }],
    'one cell': (a) => [
      a,
      { ...without(a, 'email'), given: '', family: '', fullName: `${a.family} ${a.given}` },
    ],
    married: (a) => [a, { ...a, family: familyName() }],
    'born as': (a) => {
      const family = familyName();
      const day = a.birthday ?? birthday();
      return [
        { ...a, birthday: day },
        {
          ...without(a, 'phone', 'email'),
          family,
          maidenName: a.family,
          birthday: day,
          company: 'Neue GmbH',
        },
      ];
    },
    'work and home': (a) => {
      const family = rareName();
      const company = a.company ?? one(companies);
      return [
        { ...a, family, company },
        {
          given: a.given,
          family,
          company,
          email: `${plain(a.given)}.${plain(family)}@firma.example`,
        },
      ];
    },
    'without the country': (a) => [
      a,
      { ...without(a, 'email'), phone: `0${(a.phone ?? mobile()).slice(3)}` },
    ],
    'mail mistyped': (a) => [
      a,
      { ...without(a, 'phone'), email: (a.email ?? '').replace(/(.)@/, '$1$1@') },
    ],
    'name and day': (a, day = birthday()) => [
      { ...a, birthday: a.birthday ?? day },
      { given: a.given, family: a.family, birthday: a.birthday ?? day },
    ],
  };
  /** Two people. */
  const apart: { readonly [how: string]: (made: Made) => Made[] } = {
    twins: (a) => {
      const day = birthday();
      const home = { street: 'Zwillingsweg 2', town: one(towns), phone: landline(), birthday: day };
      const other = another(a.given);
      return [
        { ...a, ...home },
        { given: other, family: a.family, email: mailOf(other, a.family), ...home },
      ];
    },
    'father and son': (a) => {
      const home = { street: `${one(streets)} ${below(90)}`, town: one(towns), phone: landline() };
      return [
        { ...a, ...home, birthday: birthday(1940, 20) },
        { ...without(a, 'email', 'company'), ...home, birthday: birthday(1970, 20) },
      ];
    },
    'senior and junior': (a) => {
      const phone = landline();
      return [
        { ...without(a, 'birthday'), suffix: 'Sr.', phone },
        { ...without(a, 'birthday', 'email'), suffix: 'Jr.', phone },
      ];
    },
    'couple with one phone and one address': (a) => {
      const other = another(a.given);
      return [without(a, 'birthday'), { ...without(a, 'birthday'), given: other }];
    },
    'siblings of like names': (a) => {
      const [brother, sister] = one([
        ['Christian', 'Christina'],
        ['Martin', 'Martina'],
        ['Jan', 'Jana'],
        ['Stefan', 'Stefanie'],
        ['Andreas', 'Andrea'],
      ]) as [string, string];
      const phone = landline();
      return [
        { ...a, given: brother, phone, email: mailOf(brother, a.family) },
        {
          ...without(a, 'email', 'birthday'),
          given: sister,
          phone,
          email: mailOf(sister, a.family),
        },
      ];
    },
    namesakes: (a) => {
      const other = somebody();
      return [
        { ...a, email: `${plain(a.given)}1@one.example` },
        { ...other, given: a.given, family: a.family, email: `x${below(9_999)}@two.example` },
      ];
    },
    'one switchboard': (a) => {
      const [phone, company] = [landline(), one(companies)];
      return Array.from({ length: 5 }, (_, at) => ({
        ...somebody(),
        ...(at === 0 ? { given: a.given, family: a.family } : {}),
        phone,
        company,
        email: `info@${plain(company)}.example`,
      }));
    },
    'family firm': (a) => {
      const domain = `${plain(a.family)}${below(999)}.example`;
      const other = another(a.given);
      return [a.given, other].map((given) => ({
        given,
        family: a.family,
        company: `${a.family} KG`,
        email: `${plain(given)}@${domain}`,
        phone: mobile(),
      }));
    },
  };

  const labelled: Labelled[] = [];
  let person = 0;
  const add = (made: Made, how: string): void => {
    labelled.push({ person, how, traits: asTraits(made, `r${labelled.length}`) });
  };
  const positives = Object.entries(same);
  const negatives = Object.entries(apart);
  for (let at = 0; labelled.length < size; at++) {
    const made = somebody();
    if (at % 3 === 0) {
      const [how, twice] = positives[(at / 3) % positives.length] as (typeof positives)[number];
      person += 1;
      for (const record of twice(made)) add(record, how);
    } else if (at % 3 === 1) {
      const [how, others] = negatives[
        ((at - 1) / 3) % negatives.length
      ] as (typeof negatives)[number];
      for (const record of others(made)) {
        person += 1;
        add(record, how);
      }
    } else {
      person += 1;
      add(made, 'alone');
    }
  }
  return labelled;
}

function asTraits(made: Made, id: string): Traits {
  const { given, family, email, phone, company, street, town, ...fields } = made;
  const item = (value: string | undefined, more?: { [part: string]: string }) =>
    value === undefined || value === ''
      ? []
      : [{ id: 'i', value, ...(more === undefined ? {} : { more }) }];
  return traitsOf(
    {
      id: id as never,
      kind: 'person',
      name: [given, family, made.fullName ?? ''].join(' ').trim(),
      fields: {
        ...fields,
        ...(given === '' ? {} : { given }),
        ...(family === '' ? {} : { family }),
      } as never,
      sets: {
        emails: item(email),
        phones: item(phone === undefined ? undefined : phoneKey({ value: phone })),
        addresses: item(street, { street: street ?? '', city: town ?? '' }),
      },
    },
    company === undefined ? [] : [company],
  );
}
