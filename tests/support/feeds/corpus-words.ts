// What the corpus of feeds says: posts in several languages, and the ways in which
// servers write dates, escape text and turn it into bytes. Nothing here is random.

export type Language = 'en' | 'de' | 'ar' | 'he' | 'zh' | 'ja' | 'hi' | 'ru';

type Words = { people: string[]; titles: string[]; sentences: string[]; tags: string[] };

const words: Record<Language, Words> = {
  en: {
    people: ['Ada Lovelace', "Grace O'Malley", 'Linus & Sons'],
    titles: [
      'Notes on the engine',
      'Why 3 < 5 still matters',
      'R&D in the small',
      'A “quoted” day',
    ],
    sentences: [
      'The engine weaves patterns just as the loom weaves flowers.',
      'We measured it twice: a < b, and b > c — by 40% or so.',
      'Salt & pepper are on the table; the soup isn’t.',
      'Nothing here was tested on a Tuesday…',
    ],
    tags: ['engines', 'looms'],
  },
  de: {
    people: ['Jürgen Größer', 'Änne Übelhör', 'Emil Weiß'],
    titles: [
      'Über die Straße',
      'Grüße aus Köln & Düsseldorf',
      'Für „Anfänger“',
      'Öl, Ärger, Übung',
    ],
    sentences: [
      'Die Maschine webt algebraische Muster, so wie der Webstuhl Blüten webt.',
      'Schöne Grüße aus Münster – heute fällt weißer Schnee über die Dächer.',
      'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.',
      'Die Prüfung kostet 40 Gulden & eine Übernachtung.',
    ],
    tags: ['maschinen', 'übung'],
  },
  ar: {
    people: ['فاطمة الفهرية', 'ابن الهيثم'],
    titles: ['مذكرات من القاهرة', 'كتاب المناظر', 'عن الماء & الضوء'],
    sentences: [
      'كتبت هذه الكلمات في صباح مشمس على ضفاف النيل.',
      'يسير الضوء في خطوط مستقيمة ما لم يمنعه شيء.',
      'اشتريت 3 كتب من السوق القديم، وكلها عن النجوم.',
    ],
    tags: ['كتب', 'ضوء'],
  },
  he: {
    people: ['דוד בן־גוריון', 'שרה כהן'],
    titles: ['יומן מסע', 'על המכונה והאדם', 'שלום & תודה'],
    sentences: [
      'הבוקר יצאנו לדרך ארוכה אל ההרים שבצפון.',
      'המכונה אורגת דפוסים כפי שהנול אורג פרחים.',
      'קניתי 3 ספרים בשוק הישן, וכולם על כוכבים.',
    ],
    tags: ['ספרים', 'דרך'],
  },
  zh: {
    people: ['张衡', '李清照'],
    titles: ['机器笔记', '北京的春天', '读书 & 写作'],
    sentences: [
      '今天早上我在公园里散步,看见了许多花。',
      '机器编织图案,就像织机编织花朵一样。',
      '我买了三本书,都是关于星星的。',
    ],
    tags: ['读书', '机器'],
  },
  ja: {
    people: ['紫式部', '山田太郎'],
    titles: ['機械の覚え書き', '京都の春', '読書 & 散歩'],
    sentences: [
      '今朝は公園を散歩して、たくさんの花を見ました。',
      '機械は織機が花を織るように模様を織ります。',
      '星についての本を三冊買いました。',
    ],
    tags: ['読書', '機械'],
  },
  hi: {
    people: ['आर्यभट', 'सरोजिनी नायडू'],
    titles: ['यंत्र पर टिप्पणियाँ', 'दिल्ली की सुबह', 'किताबें & चाय'],
    sentences: [
      'आज सुबह मैंने बगीचे में बहुत सारे फूल देखे।',
      'यंत्र वैसे ही नमूने बुनता है जैसे करघा फूल बुनता है।',
      'मैंने तारों के बारे में तीन किताबें खरीदीं।',
    ],
    tags: ['किताबें', 'यंत्र'],
  },
  ru: {
    people: ['Софья Ковалевская', 'Пётр Чебышёв'],
    titles: ['Заметки о машине', 'Весна в Петербурге', 'Чай & книги'],
    sentences: [
      'Машина ткёт узоры так же, как ткацкий станок ткёт цветы.',
      'Сегодня утром я гулял по парку и видел много цветов.',
      'Я купил три книги, и все они о звёздах.',
    ],
    tags: ['книги', 'машины'],
  },
};

export type Post = {
  /** Highest for the newest. */
  n: number;
  title: string;
  /** Plain text. */
  paragraphs: string[];
  author: string;
  /** Whole seconds, ms since 1970. */
  at: number;
  editedAt: number;
  slug: string;
  tag: string;
  /** Plain text that a picture is described by. */
  alt: string;
};

/** A site, its owner and posts, before a platform has put them into its format. */
export type Site = {
  language: Language;
  host: string;
  handle: string;
  name: string;
  about: string;
  posts: Post[];
};

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const newest = Date.UTC(2026, 4, 20, 17, 3, 9);

export function siteOf(language: Language, posts: number, host: string, turn: number): Site {
  const said = words[language];
  const name = pick(said.people, turn);
  return {
    language,
    host,
    handle: `ada${turn}`,
    name,
    about: pick(said.sentences, turn),
    posts: Array.from({ length: posts }, (_, at): Post => {
      const n = posts - at;
      const postedAt = newest - at * 112_327_000 - turn * 3_600_000;
      return {
        n,
        title: `${pick(said.titles, n + turn)} ${n}`,
        paragraphs: Array.from({ length: 1 + ((n + turn) % 4) }, (_none, p) =>
          [0, 1].map((s) => pick(said.sentences, n + p + s)).join(' '),
        ),
        author: name,
        at: postedAt,
        editedAt: postedAt + (n % 3) * 86_399_000,
        slug: `post-${turn}-${n}`,
        tag: pick(said.tags, n),
        alt: pick(said.sentences, n + 1),
      };
    }),
  };
}

// ---- dates

const two = (n: number): string => String(n).padStart(2, '0');
const days = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** RFC 822, in the zone's own time: `zone` is how it is written, `minutes` what it means. */
export function rfc822(at: number, zone = '+0000', minutes = 0): string {
  const d = new Date(at + minutes * 60_000);
  const time = [d.getUTCHours(), d.getUTCMinutes(), d.getUTCSeconds()].map(two).join(':');
  const day = `${two(d.getUTCDate())} ${months[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
  return `${days[d.getUTCDay()]}, ${day} ${time} ${zone}`;
}

/** RFC 3339 without fractions. */
export const iso = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

export const isoMs = (at: number): string => new Date(at).toISOString();

export const isoZoned = (at: number, zone = '+00:00', minutes = 0): string =>
  iso(at + minutes * 60_000).replace('Z', zone);

// ---- text

export const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const attribute = (text: string): string => xml(text).replaceAll('"', '&quot;');

export const cdata = (text: string): string =>
  `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** Paragraphs alone. */
export const simpleHtml = ({ paragraphs }: Post): string =>
  paragraphs.map((text) => `<p>${xml(text)}</p>`).join('\n');

/** An article as editors write it. */
export const articleHtml = (post: Post, host: string): string =>
  [
    `<p><strong>${xml(post.title)}</strong>: <a href="https://${host}/about">${xml(post.author)}</a></p>`,
    simpleHtml(post),
    `<figure><img src="https://${host}/img/${post.slug}.jpg" alt="${attribute(post.alt)}" width="640" height="480" /><figcaption>${xml(post.alt)}</figcaption></figure>`,
    `<ul><li>${xml(post.tag)}</li><li><em>${post.n}</em></li></ul>`,
    `<pre><code>if (a &lt; b) { run(&quot;${post.n}&quot;); }</code></pre>`,
    '<blockquote><p>&nbsp;&mdash; &copy; 2026</p></blockquote>',
  ].join('\n');
