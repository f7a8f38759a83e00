// What a column of an unknown file holds, by its header in the languages of the
// programs that people come from, else by its values.

import { foldText } from '../../../domain/fold.ts';
import { parseDate } from '../../../values/date.ts';
import { spaced, targetOfWords } from './column-words.ts';
import { foldHeader } from './formats/import-formats.ts';

/** Target path, then the headers that mean it, folded. */
export const aliases: readonly [target: string, headers: string][] = [
  [
    'given',
    'first name|firstname|given name|forename|fname|first|vorname|prenom|nombre|nombre de pila|nome proprio|nome de batismo|voornaam|imie|fornavn|fornamn|etunimi|keresztnev|krestni jmeno|jmeno|名',
  ],
  [
    'middle',
    'middle name|middlename|additional name|second name|zweiter vorname|deuxieme prenom|segundo nombre|weitere vornamen|weiterer vorname|secondo nome|nome do meio|tweede voornaam|drugie imie',
  ],
  [
    'family',
    'last name|lastname|surname|family name|lname|last|nachname|familienname|nom de famille|nom|apellido|apellidos|cognome|sobrenome|apelido|achternaam|nazwisko|etternavn|efternavn|efternamn|sukunimi|vezeteknev|prijmeni|姓',
  ],
  [
    'name',
    'name|full name|fullname|contact|contact name|display name|contact full name|vollstandiger name|anzeigename|nom complet|nombre completo|ansprechpartner|nominativo|nome completo|volledige naam|imie i nazwisko|氏名|姓名|名前|이름',
  ],
  [
    'prefix',
    'prefix|name prefix|salutation|anrede|civilite|tratamiento|titel|titolo|aanhef|tytul|titre',
  ],
  ['suffix', 'suffix|name suffix|namenszusatz|suffixe|sufijo|suffisso|sufiks|achtervoegsel'],
  ['nickname', 'nickname|nick name|spitzname|surnom|apodo'],
  [
    'email',
    'email|e-mail|mail|email address|e-mail address|emailaddress|email 1|e-mail 1|primary email|e-mail-adresse|email-adresse|emailadresse|mail address|mail adresse|mailadresse|courriel|adresse e-mail|adresse mail|adresse email|correo|correo electronico|direccion de correo electronico',
  ],
  [
    'email:work',
    'work email|business email|work e-mail|e-mail geschaftlich|email professionnel|correo del trabajo',
  ],
  [
    'email:home',
    'home email|personal email|private email|e-mail privat|email personnel|correo personal',
  ],
  ['email:other', 'secondary email|other email|email 2|e-mail 2|alternate email|e-mail-adresse 2'],
  [
    'phone',
    'phone|telephone|phone number|tel|phone 1|primary phone|telefon|telefonnummer|rufnummer|numero de telephone|telefono|numero de telefono',
  ],
  [
    'phone:mobile',
    'mobile|mobile phone|cell|cell phone|cellphone|mobile number|mobile phone number|mobiltelefon|handy|handynummer|mobil|portable|telephone portable|movil|celular|telefono movil',
  ],
  [
    'phone:work',
    'work phone|business phone|office phone|telefon geschaftlich|telephone professionnel|telephone bureau|telefono del trabajo',
  ],
  ['phone:home', 'home phone|private phone|telefon privat|telephone domicile|telefono particular'],
  ['phone:fax', 'fax|fax number|faxnummer|telefax'],
  [
    'org.name',
    'company|company name|related company|parent company|parent id|parent name|parent id/name|zugehoriges unternehmen|organization|organisation|organization name|organisation name|account name|employer|business|firma|unternehmen|firmenname|societe|entreprise|empresa|compania|organizacion|azienda|societa|empresa organizacao|bedrijf|organisatie|firma nazwa|nazwa firmy|会社|会社名|勤務先|회사',
  ],
  [
    'org.title',
    'title|job title|jobtitle|position|role|job|function|position title|berufsbezeichnung|stellenbezeichnung|funktion|poste|fonction|titre|intitule de poste|cargo|puesto|posizione|qualifica|mansione|titel functie|functie|stanowisko|profession|役職|직책',
  ],
  [
    'org.department',
    'department|dept|abteilung|service|departement|departamento|reparto|ufficio reparto|afdeling|dzial|部署',
  ],
  [
    'is-company',
    'is company|is a company|is organisation|is organization|ist ein unternehmen|ist unternehmen|est une societe|es una compania|e una azienda|e uma empresa|is een bedrijf',
  ],
  ['org.start', 'role start|job start|employed since|eintrittsdatum'],
  ['org.until', 'role end|job end|employed until|austrittsdatum'],
  ['address.value', 'address|full address|mailing address|adresse|anschrift|direccion'],
  [
    'address.street',
    'street|street address|address line 1|address 1|address1|strasse|straße|rue|calle',
  ],
  ['address.extended', 'address line 2|address 2|address2|adresszusatz|complement d adresse'],
  ['address.city', 'city|town|ort|stadt|ville|ciudad|localidad'],
  [
    'address.region',
    'state|region|province|state/region|state/province|bundesland|provincia|estado',
  ],
  [
    'address.postalCode',
    'zip|zip code|postal code|postcode|zipcode|zip/postal code|plz|postleitzahl|code postal|codigo postal',
  ],
  ['address.country', 'country|country/region|land|pays|pais'],
  [
    'link',
    'website|web site|url|web|homepage|web page|website url|webseite|internet|site web|site internet|sitio web|pagina web',
  ],
  ['link:linkedin', 'linkedin|linkedin url|linkedin profile|profile url'],
  ['handle:x', 'twitter|twitter handle|x handle'],
  ['handle:instagram', 'instagram'],
  ['handle:mastodon', 'mastodon'],
  [
    'birthday',
    'birthday|birth date|birthdate|date of birth|dob|geburtstag|geburtsdatum|date de naissance|anniversaire|fecha de nacimiento|cumpleanos|compleanno|data di nascita|aniversario natalicio|data de nascimento|nascimento|verjaardag|geboortedatum|urodziny|data urodzenia|誕生日|생일',
  ],
  ['birth.year', 'birth year|geburtsjahr|annee de naissance|ano de nacimiento'],
  ['birth.month', 'birth month|geburtsmonat|mois de naissance|mes de nacimiento'],
  ['birth.day', 'birth day|jour de naissance|dia de nacimiento'],
  ['date:anniversary', 'anniversary|jahrestag|aniversario|anniversario|jubileum|rocznica'],
  ['gender', 'gender|sex|geschlecht|sexe|genero|sexo|sesso|geslacht|plec|性別'],
  ['language', 'language|sprache|langue|idioma|lingua|taal|jezyk'],
  ['pronouns', 'pronouns|pronomen|pronoms|pronombres'],
  [
    'note',
    'notes|note|comment|comments|description|remarks|notiz|notizen|bemerkung|bemerkungen|kommentar|remarque|remarques|commentaire|notas|nota|comentarios|observaciones|note appunti|anotacoes|observacoes|notities|opmerkingen|notatki|uwagi|メモ',
  ],
  [
    'tags',
    'tags|tag|labels|categories|category|groups|group|schlagworte|schlagworter|kategorien|kategorie|gruppen|etiquettes|categorie|etiquetas|categoria|categorias|categorie etichette|categorieen|etiketten|kategorie etykiety|marcadores|分類',
  ],
];

const targetByHeader = new Map(
  aliases.flatMap(([target, headers]) =>
    headers.split('|').map((header) => [foldText(header), target] as const),
  ),
);

/** What a program says of a value that has a column of its own. */
const besides =
  /^(?:e-?mail(?:[ -]?\d)?)[ :-]*(?:typ|type|tipo|angezeigter name|display name|nom complet|nombre para mostrar|nome visualizzato)$/;

/** Many programs and people call a column so. */
export const isUsualHeader = (header: string): boolean =>
  targetByHeader.has(foldText(foldHeader(header)));

/** What stands before a name in one program and is somebody's work in another: the values tell. */
const title = /^(?:title|titre|titolo|tytul|titulo|titel|job title)$/;
const salutation =
  /^(?:m|mm|mme|mlle|mr|mrs|ms|miss|mx|sir|dr|prof|herrn?|frau|sr|sra|srta|don|dona|sig|sigra|dott|dhr|mevr|mw|pan|pani|hr|fru)\.?$/i;

/** '' for what is not worth keeping. */
export function guessByHeader(header: string, samples: readonly string[] = []): string | undefined {
  const folded = foldText(foldHeader(header));
  if (besides.test(folded)) return '';
  const before = samples.filter((value) => salutation.test(foldText(value.trim()))).length;
  if (title.test(folded) && before > 0 && before * 2 >= samples.length) return 'prefix';
  return (
    targetByHeader.get(folded) ??
    targetByHeader.get(foldText(foldHeader(spaced(header)))) ??
    targetOfWords(header)
  );
}

/** Needs three in four of the values to agree; undefined when they show nothing. */
export function guessByValues(samples: readonly string[]): string | undefined {
  const values = samples.map((sample) => sample.trim()).filter((sample) => sample !== '');
  if (values.length === 0) return undefined;
  const most = (test: (value: string) => boolean) =>
    values.filter(test).length >= values.length * 0.75;
  if (most((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))) return 'email';
  if (most((value) => /^https?:\/\/\S+$/i.test(value))) return 'link';
  if (
    most((value) => value.length <= 20 && /\D/.test(value) && parseDate(value, 'dmy') !== undefined)
  )
    return 'date';
  if (
    most(
      (value) =>
        /^(?:\+|00|\()?[\d][\d\s().\-/]{6,22}$/.test(value) && /[+\s().\-/]|^0/.test(value),
    )
  )
    return 'phone';
  return undefined;
}
