// Of which country a file's phone numbers without a country code are, as far as it shows: by
// the addresses that stand beside such numbers, else by the language of its columns.

import type { CountryEvidence, ImportFileInfo } from '../../import-types.ts';
import { foldText } from '../../../domain/fold.ts';
import { countryOf } from './country.ts';
import type { ImportSource, ReadWork } from '../source.ts';
import type { Incoming } from './incoming.ts';

const mostLookedAt = 300;

export async function countryOfFile(
  source: ImportSource,
  { columns }: ImportFileInfo,
  work: ReadWork,
): Promise<CountryEvidence | undefined> {
  const stopped = new AbortController();
  const signal =
    work.signal === undefined ? stopped.signal : AbortSignal.any([work.signal, stopped.signal]);
  const found: Incoming[] = [];
  const taker = {
    take: (incoming: Incoming): void => {
      if (found.push(incoming) === mostLookedAt) stopped.abort();
    },
    refuse: () => undefined,
    pass: () => undefined,
  };
  // Whether it was read to its end does not matter.
  await source.readInto(taker, { ...work, signal });
  const code = byAddresses(found.slice(0, mostLookedAt));
  if (code !== undefined) return { codes: [code], because: 'addresses' };
  const codes = byWords(columns.map(({ header }) => header));
  return codes === undefined ? undefined : { codes, because: 'words' };
}

/** Where most of those live who have a number without its country. */
function byAddresses(people: readonly Incoming[]): string | undefined {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { sets } of people) {
    const isLocal = (sets['phones'] ?? []).some(({ value, more }) =>
      /^\(?0?[1-9(]/.test((more?.['raw'] ?? value).trim()),
    );
    const written = (sets['addresses'] ?? []).map(({ more }) => more?.['country'] ?? '');
    const [code] = written.flatMap((text) => countryOf(text) ?? []);
    if (!isLocal || code === undefined) continue;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    all += 1;
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most !== undefined && most[1] * 3 > all * 2 ? most[0] : undefined;
}

/** Words that stand over columns in one language only, and where that is written. */
const languages: readonly [words: RegExp, codes: readonly string[]][] = [
  [/^(?:vorname|nachname|strasse|plz|postleitzahl|geburtstag|anrede)$/, ['DE', 'AT', 'CH']],
  [/^(?:prenom|nom de famille|telephone portable|code postal|societe)$/, ['FR', 'BE', 'CH', 'CA']],
  [
    /^(?:apellidos?|correo electronico|codigo postal|telefono movil)$/,
    ['ES', 'MX', 'AR', 'CL', 'CO'],
  ],
  [/^(?:cognome|cellulare|azienda|compleanno)$/, ['IT', 'CH']],
  [/^(?:voornaam|achternaam|bedrijf|geboortedatum)$/, ['NL', 'BE']],
  [/^(?:sobrenome|apelido|celular|nascimento)$/, ['BR', 'PT']],
  [/^(?:imie|nazwisko|stanowisko|telefon komorkowy)$/, ['PL']],
  [/^(?:fornamn|efternamn)$/, ['SE']],
];

function byWords(headers: readonly string[]): readonly string[] | undefined {
  const plain = headers.map((header) => foldText(header.trim()));
  return languages.find(([words]) => plain.filter((one) => words.test(one)).length >= 2)?.[1];
}
