// Which currency an amount is in that was written with a sign, and which is usual where.

const codesBySign = new Map([
  ['€', ['EUR']],
  ['$', ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'MXN']],
  ['£', ['GBP']],
  ['¥', ['JPY', 'CNY']],
  ['₹', ['INR']],
  ['₺', ['TRY']],
  ['₽', ['RUB']],
  ['₩', ['KRW']],
  ['₪', ['ILS']],
  ['₴', ['UAH']],
]);

/** ISO 4217. `usual` where the sign is one of that currency's, too. */
export function currencyIn(text: string, usual: string): string | undefined {
  const code = /\b[A-Z]{3}\b/.exec(text)?.[0];
  if (code !== undefined) return code;
  const sign = /\p{Sc}/u.exec(text)?.[0];
  const codes = sign === undefined ? undefined : codesBySign.get(sign);
  return codes?.includes(usual) === true ? usual : codes?.[0];
}

const codeByCountry = new Map(
  Object.entries({
    AE: 'AED',
    AU: 'AUD',
    BR: 'BRL',
    CA: 'CAD',
    CH: 'CHF',
    CN: 'CNY',
    CZ: 'CZK',
    DK: 'DKK',
    EG: 'EGP',
    GB: 'GBP',
    HU: 'HUF',
    IL: 'ILS',
    IN: 'INR',
    JP: 'JPY',
    KR: 'KRW',
    LI: 'CHF',
    MA: 'MAD',
    MX: 'MXN',
    NO: 'NOK',
    NZ: 'NZD',
    PL: 'PLN',
    RO: 'RON',
    SA: 'SAR',
    SE: 'SEK',
    SG: 'SGD',
    TR: 'TRY',
    UA: 'UAH',
    US: 'USD',
    ZA: 'ZAR',
  }),
);

/** ISO 3166-1 alpha-2 to ISO 4217; the euro where nothing else is known. */
export const currencyOfCountry = (country: string | undefined): string =>
  codeByCountry.get(country ?? '') ?? 'EUR';
