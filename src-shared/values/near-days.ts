// Days as people say them beside today: yesterday, today, tomorrow, and the day before and
// after where a language has a word for it.

const furthest = 2;

/** Whoever reads dates in another language may still think in one of these. */
const alwaysUnderstood = ['en', 'de'];

/** How far from today, in days; undefined for what is no such word. `language`: BCP 47. */
export function daysFromToday(text: string, language: string): number | undefined {
  const word = plain(text);
  for (const one of [language, ...alwaysUnderstood]) {
    const words = new Intl.RelativeTimeFormat(one, { numeric: 'auto' });
    for (let days = -furthest; days <= furthest; days += 1)
      if (plain(words.format(days, 'day')) === word) return days;
  }
  return undefined;
}

/** The words themselves, the longest first. */
export function nearDayWords(language: string): string[] {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const all: string[] = [];
  for (let days = -furthest; days <= furthest; days += 1) {
    const word = plain(words.format(days, 'day'));
    // "2 days ago" is no word of its own.
    if (!/\p{N}/u.test(word)) all.push(word);
  }
  return all.toSorted((a, b) => b.length - a.length);
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();
