// Guesses an old character set by trial: decodes a sample as each likely one and looks how
// much of it reads like a language that is written so.

/** Letters beyond ASCII of the languages of each set, commonest first. */
const alphabets: { readonly [charset: string]: readonly string[] } = {
  'windows-1252': [
    'üäöß',
    'éèàêçôâîûùëïœ',
    'óíáéñúü',
    'ãçáéíóõêâôúà',
    'èàòùéìó',
    'äöå',
    'øåæ',
    'éëïèóüö',
    'éèçàòíúóï',
    'ðíáóúéöþæý',
  ],
  'windows-1250': [
    'íáéěčřšžýůúňťďó',
    'áíčéšľýžťúňôďäŕĺ',
    'łęążśćóńź',
    'áéöóőüíűú',
    'ăîâşţ',
    'čšžćđ',
  ],
  'iso-8859-2': ['íáéěčřšžýůúňťďó', 'łęążśćóńź', 'čšžćđ'],
  'windows-1254': ['ıüşğöçİ'],
  'windows-1257': ['ėšžųįūčęą', 'āīēšūņļķģčž', 'äõüöšž'],
  'windows-1251': [
    'оаеинтсрлвкмдупягзыбьчйхжшюцщэфъё',
    'оаиіентрсвлкдмупгзяьбчйжхцюєшїфщґ',
    'аоиетнрсвлпкдмзгуъячбжцхйщшюф',
  ],
  'windows-1253': ['αοιετνσρκπυλημςγδάίόθωέχφβύήώξζψ'],
  'koi8-u': ['оаеинтсрлвкмдупягзыбьчйхжшюцщэфъё', 'оаиіентрсвлкдмупгзяьбчйжхцюєшїфщґ'],
  ibm866: ['оаеинтсрлвкмдупягзыбьчйхжшюцщэфъё'],
  'windows-1255': ['יואלהרבמשנתדקחספעגזטכםןצךףץ'],
  'windows-1256': ['ايلمنرتوبعهدسفحكقةجشأصطخىضغزذئثءظؤآإ'],
  'windows-874': ['านรอกเมลงยวสดทตพชบปคะหใไขจศณแธซผถญโภษ่้ัิีุู์็ำึ'],
  macintosh: ['üäöß', 'éèàêçôâîûùëïœ', 'óíáéñúü', 'äöå'],
};

/** Half-way down the list counts as much less likely in long alphabets than in short ones. */
const tables = Object.entries(alphabets).flatMap(([charset, languages]) =>
  languages.map((letters) => {
    const all = Array.from(letters);
    const lost = all.length > 20 ? 1 : 0.5;
    return {
      charset,
      weights: new Map(all.map((letter, at) => [letter, 1 - (lost * at) / all.length])),
    };
  }),
);

/** As TextDecoder calls it; windows-1252 where nothing speaks for another. */
export function guessCharset(sample: Uint8Array): string {
  const wide = wideCharset(sample);
  if (wide !== undefined) return wide;
  const western = new TextDecoder('windows-1252').decode(sample);
  let best = { charset: 'windows-1252', score: -Infinity };
  for (const charset of Object.keys(alphabets)) {
    const text = new TextDecoder(charset).decode(sample);
    if (charset !== 'windows-1252' && text === western) continue;
    const words = wordsIn(text);
    for (const table of tables.filter((one) => one.charset === charset)) {
      const score = scoreOf(words, table.weights);
      // The first of equals is the commoner one, and a letter alone says little.
      if (score > best.score + 0.1) best = { charset, score };
    }
  }
  return best.charset;
}

const mostWords = 2_000;
const sign = /[\u2010-\u203a\u2122«»°§©®€\u00a0·¼½¾]/u;

/** What stands between blanks and ASCII's own signs, with something beyond ASCII in it. */
function wordsIn(text: string): string[] {
  const found = text.split(/[\s,;:"()<>/.@|=]+/u).filter((word) => /[^\p{ASCII}]/u.test(word));
  return [...new Set(found)].slice(0, mostWords);
}

/** From -1, nothing of it is a word, to 1. */
function scoreOf(words: readonly string[], weights: ReadonlyMap<string, number>): number {
  let [sum, count] = [0, 0];
  for (const word of words) {
    const isWord = !isNoWord(word);
    const isLoud = word.length > 1 && word !== word.toLowerCase() && word === word.toUpperCase();
    for (const letter of word) {
      if (letter <= '\u007f') continue;
      count += 1;
      if (!isWord) sum -= 1;
      else if (sign.test(letter)) sum += 0.95;
      else
        sum +=
          (weights.get(letter) ?? weights.get(letter.toLowerCase()) ?? -0.5) - (isLoud ? 0.15 : 0);
    }
  }
  return count === 0 ? 0 : sum / count;
}

/** Signs inside of it, a capital after a small letter, two scripts, or nothing but accents. */
const isNoWord = (word: string): boolean =>
  /[^\p{L}\p{M}\p{N}\p{P}\p{ASCII}\u2122°©®€\u00a0¼½¾]|[\u0080-\u009f]/u.test(word) ||
  /\p{L}(?![’‘\u00ad])[\u2010-\u203a«»°§©®¼½¾]\p{L}/u.test(word) ||
  /[©®§°«»]{2}/.test(word) ||
  /\p{Ll}(?!\p{ASCII})\p{Lu}/u.test(word) ||
  (/[a-z]/i.test(word) && /(?!\p{Script=Latin})\p{L}/u.test(word)) ||
  /(?:(?!\p{ASCII})\p{Script=Latin}){5}/u.test(word);

/** Two bytes a character: first bytes and second bytes of its common ones. */
type Wide = { charset: string; isCommon: (lead: number, trail: number) => boolean };
const between = (byte: number, from: number, to: number): boolean => byte >= from && byte <= to;
const wides: readonly Wide[] = [
  {
    charset: 'shift_jis',
    isCommon: (lead, trail) =>
      between(lead, 0x88, 0x97) ||
      (lead === 0x98 && trail <= 0x72) ||
      (lead === 0x82 && between(trail, 0x4f, 0xf1)) ||
      (lead === 0x83 && between(trail, 0x40, 0x96)),
  },
  { charset: 'euc-kr', isCommon: (lead, trail) => between(lead, 0xb0, 0xc8) && trail >= 0xa1 },
  { charset: 'gb18030', isCommon: (lead, trail) => between(lead, 0xb0, 0xd7) && trail >= 0xa1 },
  {
    charset: 'euc-jp',
    isCommon: (lead, trail) =>
      trail >= 0xa1 && (between(lead, 0xb0, 0xcf) || lead === 0xa4 || lead === 0xa5),
  },
  { charset: 'big5', isCommon: (lead) => between(lead, 0xa4, 0xc6) },
];
const leastCommon = 0.9;

/** Undefined where the sample is not, for the most part, rows of common characters. */
function wideCharset(sample: Uint8Array): string | undefined {
  let best: { charset: string; share: number } | undefined;
  for (const { charset, isCommon } of wides) {
    const { pairs, common, inRows, highTrails } = countPairs(sample, charset, isCommon);
    const share = common / pairs;
    const isIt =
      pairs >= 2 && share >= leastCommon && inRows >= pairs * 0.4 && highTrails >= pairs * 0.3;
    if (
      isIt &&
      isReadable(sample, charset) &&
      isPlausible(sample, charset) &&
      share > (best?.share ?? 0) + 0.02
    )
      best = { charset, share };
  }
  return best?.charset;
}

/** Punctuation of full width stands between words and is not counted. */
function countPairs(sample: Uint8Array, charset: string, isCommon: Wide['isCommon']) {
  const isJapanese = charset === 'shift_jis';
  const count = { pairs: 0, common: 0, inRows: 0, highTrails: 0 };
  let before = -2;
  for (let at = 0; at < sample.length - 1; at++) {
    const [lead = 0, trail = 0] = sample.subarray(at, at + 2);
    // Half a width: one byte each.
    if (lead < 0x80 || (isJapanese && between(lead, 0xa0, 0xdf))) continue;
    const isSign = lead === (isJapanese ? 0x81 : 0xa1);
    if (!isSign) {
      count.pairs += 1;
      if (isCommon(lead, trail)) count.common += 1;
      if (before === at - 2) count.inRows += 1;
      if (trail >= 0xa1 || isJapanese) count.highTrails += 1;
      before = at;
    }
    at += 1;
  }
  return count;
}

/** Syllables of the commonest Korean names and headings: Chinese reads as others. */
const korean = new Set(
  '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진지현수영미경은선희숙재준호철상동훈용연아름명회사직주소화번일메자일생년월부대리과장',
);

/** What other sets have in the same places is told apart by its commonest characters. */
function isPlausible(sample: Uint8Array, charset: string): boolean {
  if (charset !== 'euc-kr') return true;
  const all = new TextDecoder(charset).decode(sample).match(/\p{Script=Hangul}/gu) ?? [];
  return all.filter((one) => korean.has(one)).length >= all.length * 0.35;
}

/** A sample may end inside of a character. */
function isReadable(sample: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}
