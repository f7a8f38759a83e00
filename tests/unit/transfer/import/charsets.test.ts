// Which old character set a file is in is found by trial, from two names as from many.

import { describe, expect, it } from 'vitest';

import { allOf, importFile } from '../../../support/transfer/imports.ts';
import { encodeAs } from '../../../support/transfer/encode.ts';

const people: { readonly [language: string]: readonly [charsets: string, names: string] } = {
  German: ['windows-1252 macintosh', 'Jörg Weißgerber|Uwe Müller|Käthe Groß|Günther Bäcker'],
  French: ['windows-1252 macintosh', 'Léa Françoise|Hélène Béranger|Jérôme Lefèvre|Noël Crépin'],
  Spanish: ['windows-1252', 'José Núñez|María Rodríguez|Íñigo Ibáñez|Begoña Muñoz'],
  Portuguese: ['windows-1252', 'João Conceição|Inês Gonçalves|Antônio Simões|Luís Araújo'],
  Danish: ['windows-1252', 'Søren Kjær|Åse Nørgård|Jørgen Ærø|Bjørn Østergård'],
  Swedish: ['windows-1252', 'Åsa Sjöberg|Göran Ekström|Märta Håkansson|Örjan Öberg'],
  Icelandic: ['windows-1252', 'Þórður Guðmundsson|Ásdís Ýr Þórsdóttir|Björk Höskuldsdóttir'],
  Czech: ['windows-1250 iso-8859-2', 'Žaneta Křížová|Jiří Dvořák|Zdeněk Šťastný|Plzeň Třebíč'],
  Polish: ['windows-1250 iso-8859-2', 'Łukasz Wiśniewski|Małgorzata Żółć|Stanisław Dąbrowski'],
  Hungarian: ['windows-1250', 'Szőke Béla|Győző Fűzfa|Erzsébet Lőrincz|Örs Kovács'],
  Romanian: ['windows-1250', 'Ştefan Ţepeş|Ioană Brătianu|Ilinca Râşnov|Măriuca Câmpeanu'],
  Croatian: ['windows-1250', 'Željko Čačić|Đurđa Šimić|Krešimir Ćosić|Tomislav Božić'],
  Turkish: ['windows-1254', 'Işıl Yıldız|Ayşe Güneş|Çağlar Şahin|İbrahim Doğan'],
  Lithuanian: ['windows-1257', 'Žygimantas Šimkūnas|Eglė Petrauskienė|Jūratė Čiurlionytė'],
  Latvian: ['windows-1257', 'Jānis Bērziņš|Līga Kalniņa|Andrejs Ķēniņš|Ilze Šķēle'],
  Russian: [
    'windows-1251 koi8-u ibm866',
    'Иванова Екатерина|Пётр Сергеев|Анна Кузнецова|Юлия Жукова',
  ],
  Ukrainian: ['windows-1251 koi8-u', 'Олексій Шевченко|Наталія Їжакевич|Андрій Ткаченко'],
  Bulgarian: ['windows-1251', 'Георги Димитров|Мария Иванова|Стоян Тодоров'],
  Greek: ['windows-1253', 'Γιώργος Παπαδόπουλος|Ελένη Οικονόμου|Νίκος Δημητρίου'],
  Hebrew: ['windows-1255', 'דוד כהן|שרה לוי|יעקב מזרחי|רחל פרץ'],
  Arabic: ['windows-1256', 'محمد علي|فاطمة الزهراء|عبد الله الحسن|خديجة بنت خويلد'],
  Thai: ['windows-874', 'สมชาย ใจดี|สมหญิง รักไทย|ประยุทธ์ แสงทอง'],
  Japanese: ['shift_jis euc-jp', '山田太郎|佐藤花子|高橋一|すずき さちこ|タナカ ユキ'],
  Korean: ['euc-kr', '김민준|이서연|박지훈|최수빈'],
  Chinese: ['gb18030', '王小明|李芳|张伟|刘德华|陈静'],
  'Traditional Chinese': ['big5', '王小明|李淑芬|張偉|劉德華|陳靜宜'],
};
const cases = Object.entries(people).flatMap(([language, [charsets, names]]) =>
  charsets.split(' ').map((charset) => [language, charset, names.split('|')] as const),
);

const csv = (names: readonly string[], charset: string): Uint8Array =>
  encodeAs(
    charset,
    ['Name,E-mail', ...names.map((name, at) => `${name},p${at}@x.example`), ''].join('\r\n'),
  );

async function namesOf(bytes: Uint8Array, name = 'a.csv'): Promise<string[]> {
  const { store } = await importFile(bytes, { name });
  return (await allOf(store, 'people')).map((person) => person.name);
}

describe('the character set is found', () => {
  it.each(cases)('%s in %s', async (_, charset, names) => {
    expect((await namesOf(csv(names, charset))).sort()).toEqual([...names].sort());
  });
});

describe('from two names only', () => {
  // Without a kana among them, EUC-JP cannot be told from other sets.
  it.each(cases.filter(([, charset]) => charset !== 'euc-jp'))(
    '%s in %s',
    async (_, charset, names) => {
      for (let at = 1; at < names.length; at++) {
        const two = names.slice(at - 1, at + 1);
        expect.soft((await namesOf(csv(two, charset))).sort()).toEqual([...two].sort());
      }
    },
  );
});

describe('western files stay western', () => {
  it.each([
    ['Anna O’Neill', 'Ben D’Arcy', 'Cleo “Coco” Roe'],
    ['Otto Ärger', 'Emil Ähre', 'Karl Öhler'],
    ['René', 'Zoë', 'François'],
    ['Smith – Sons', 'Acme® Ltd', 'Roe & Co. §12'],
    ['Citroën €uro', '½ Price', 'Café'],
    ['ÅSA ÖBERG', 'MÜLLER', 'GROß'],
    ['Niño', 'Muñoz', 'Peña'],
    ['Michał', 'Müller', 'Šimon'].slice(1, 2),
  ])('%s', async (...names) => {
    expect((await namesOf(csv(names, 'windows-1252'))).sort()).toEqual([...names].sort());
  });
});

describe('more than the beginning counts', () => {
  it('letters come after hundreds of rows without any', async () => {
    const plain = Array.from({ length: 400 }, (_, at) => `Plain Person${at}`);
    const names = await namesOf(csv([...plain, 'Γιώργος Παπαδόπουλος'], 'windows-1253'));
    expect(names).toContain('Γιώργος Παπαδόπουλος');
  });

  it.each(['windows-1251', 'koi8-r', 'shift_jis'])(
    'a card’s own word, %s, is taken',
    async (set) => {
      const name = set === 'shift_jis' ? '高橋' : 'Ян';
      const lines = ['BEGIN:VCARD', 'VERSION:2.1', `FN;CHARSET=${set}:${name}`, 'END:VCARD', ''];
      expect(await namesOf(encodeAs(set, lines.join('\r\n')), 'a.vcf')).toEqual([name]);
    },
  );
});

it('a guess is shown by words of the file, and a choice is taken over it', async () => {
  const bytes = csv(['Žaneta Křížová'], 'windows-1250');
  const { preview } = await importFile(bytes);
  expect(preview.info).toMatchObject({ charset: 'windows-1250', letters: ['Žaneta', 'Křížová'] });
  const chosen = await importFile(bytes, { charset: 'windows-1252' });
  expect((await allOf(chosen.store, 'people'))[0]?.name).toBe('Žaneta Køížová');
  const certain = await importFile('Name,E-mail\nŽaneta Křížová,z@x.example\n');
  expect(certain.preview.info.letters).toEqual([]);
});
