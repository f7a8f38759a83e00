// What a header says of its column, put together from what it names (a street, a phone) and
// whose it is (at work, at home), in the languages of the programs that people bring files
// from. Words may stand in any order, joined or not, with signs between.

import { foldText } from '../../../domain/fold.ts';

const table = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [meaning = '', words = ''] = line.split(' = ').map((part) => part.trim());
        return words.split('|').map((word) => [foldText(word), meaning] as const);
      }),
  );

const things = table(`
  street = street|strasse|rue|calle|via|rua|straat|ulica|street address|strasse hausnummer|番地
  extended = street 2|street2|address line 2|address 2|adresszusatz|complement adresse|complemento
  city = city|town|ort|stadt|wohnort|ville|ciudad|localidad|citta|cidade|plaats|woonplaats|miasto|市区町村
  region = state|region|province|county|bundesland|kanton|provincia|estado|departement|dep region|wojewodztwo|state province|provincie|都道府県
  postalCode = zip|zip code|zipcode|postal code|postcode|postalcode|plz|postleitzahl|code postal|codigo postal|cap|kod pocztowy|zip postal code|郵便番号
  country = country|country region|land|land region|pays|pays region|pais|pais region|paese|paese area geografica|kraj|kraj region|国
  poBox = po box|pobox|postfach|boite postale|apartado postal|apartado|casella postale|caixa postal|postbus|skrytka pocztowa
  address = address|addresses|adresse|anschrift|direccion|indirizzo|endereco|adres|adres pocztowy|住所
  phone = phone|phones|phone numbers|phonenumbers|telephones|contact number|contact numbers|telephone|phone number|telephone number|phonenumber|tel|telefon|telefonnummer|rufnummer|telefono|telefone|telefoon|telefoonnummer|nr telefonu|numer telefonu|numero telephone|電話|電話番号
  fax = fax|faxes|telefax|fax number|faxnummer|telecopie|telecopieur|faks|faksu
  email = email|emails|e mails|email addresses|email id|email ids|e mail|mail|email address|emailaddress|e mail address|email adresse|emailadresse|e mail adresse|adresse e mail|adresse email|adresse mail|adresse messagerie|courriel|correo|correo electronico|direccion correo electronico|posta elettronica|indirizzo posta elettronica|indirizzo e mail|endereco email|endereco e mail|endereco correio eletronico|correio eletronico|e mailadres|e mail adres|emailadres|adres e mail|adres email|電子メール|メールアドレス
  link = web page|websites|links|webpage|website|webseite|web|homepage|page web|pagina web|strona sieci web|strona www|site web|sitio web|webpagina|web site
`);

const places = table(`
  work = work|business|office|geschaftlich|dienstlich|arbeit|buro|bureau|professionnel|professionnelle|travail|trabajo|oficina|uff|ufficio|lavoro|comercial|trabalho|escritorio|werk|zakelijk|sluzbowy|sluzbowa|praca|firmowy|勤務先|会社
  home = home|privat|private|personal|personnel|personnelle|domicile|maison|casa|particular|ab|abitazione|residencial|prive|thuis|domowy|domowa|prywatny|自宅
  other = other|weitere|weiterer|weiteres|sonstige|andere|autre|otro|otra|altro|altra|outro|outra|overig|overige|anders|inny|inna|secondary|その他
  mobile = mobile|mobil|mobiltelefon|handy|handynummer|cell|cellphone|cellular|portable|movil|celular|cellulare|telemovel|mobiel|komorkowy|komorka|mobile phone|cell phone|mobilnummer|携帯|携帯電話
  main = main|primary|haupt|haupttelefon|hauptnummer|principal|principale|hoofd|glowny
  pager = pager|radiomessagerie|buscapersonas|cercapersone|bip|semafoon
  car = car|auto|autotelefon|voiture|coche|carro|macchina|samochod
  assistant = assistant|assistent|assistente|asistente|asystent
  company = company|firma|societe|empresa|azienda|bedrijf
  billing = billing|invoice|rechnung|facturation|facturacion
  shipping = shipping|delivery|liefer|lieferung|livraison|envio
  mailing = mailing|post|postal|permanent
`);

/** Stand between the others and say nothing; numbers only tell several columns apart. */
const fillers = new Set(
  'de del della dell di da do das dos du des la le the of for der die van voor number nr no n° num numero nummer value c d l 1 2 3 4 5'.split(
    ' ',
  ),
);

const parts = new Set(['street', 'extended', 'city', 'region', 'postalCode', 'country', 'poBox']);
const phonesAlone = new Set(['mobile', 'pager', 'car', 'main']);

/** A target path; undefined where a word of it is not known. */
export function targetOfWords(header: string): string | undefined {
  const words = wordsOf(header);
  if (words.length === 0 || words.length > 7) return undefined;
  // An address's city, an e-mail's address.
  const [first, second] = [takeLongest(words, things), takeLongest(words, things)];
  const thing = first === 'address' ? (second ?? first) : first;
  if (second !== undefined && first !== 'address' && second !== 'address') return undefined;
  const place = takeLongest(words, places);
  if (words.some((word) => !fillers.has(word))) return undefined;
  if (thing === undefined)
    return place !== undefined && phonesAlone.has(place) ? `phone:${place}` : undefined;
  const isFirst = place === 'main' && thing !== 'phone';
  const label = place === undefined || isFirst ? '' : `:${place}`;
  if (thing === 'address') return `address${label}.value`;
  if (parts.has(thing)) return `address${label}.${thing}`;
  if (thing === 'fax')
    return place === 'work' || place === 'home' ? `phone:${place} fax` : 'phone:fax';
  return `${thing}${label}`;
}

/** Camel case taken apart, and a number from the word before it. */
export const spaced = (header: string): string =>
  header.replace(/(\p{Ll}|\d)(?=\p{Lu})|(\p{L})(?=\d)/gu, '$1$2 ');

/** Folded, camel case and signs taken apart. */
function wordsOf(header: string): string[] {
  return foldText(spaced(header))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The meaning of the longest run of words that has one; they are taken out. */
function takeLongest(words: string[], known: ReadonlyMap<string, string>): string | undefined {
  for (let length = Math.min(4, words.length); length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const run = words.slice(at, at + length);
      const bare = run.filter((word) => !fillers.has(word));
      const meaning = known.get(run.join(' ')) ?? known.get(bare.join(' '));
      if (meaning === undefined) continue;
      words.splice(at, length);
      return meaning;
    }
  return undefined;
}
