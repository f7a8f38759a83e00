// How a letter begins, as it is right in the language of whoever it is to, with what is known
// of them. What somebody wrote for this person goes before everything else.

export type Addressed = {
  /** As it was written for this person. */
  own?: string | undefined;
  /** BCP 47, or what a person wrote. */
  language: string;
  prefix?: string | undefined;
  given?: string | undefined;
  family?: string | undefined;
  /** Where there are no parts. */
  name?: string | undefined;
  gender?: string | undefined;
};

type Gender = 'female' | 'male' | undefined;
type Forms = {
  /** With the family name. `title`: such as Dr., '' without. */
  formal: (gender: Gender, title: string, family: string) => string | undefined;
  /** With another name; '' where there is none. */
  plain: (name: string, gender: Gender) => string;
};

const joined = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' ');

const byGender =
  (female: string, male: string): Forms['formal'] =>
  (gender, title, family) =>
    gender === undefined ? undefined : joined(gender === 'female' ? female : male, title, family);

const forms: { readonly [language: string]: Forms } = {
  en: {
    formal: (gender, title, family) =>
      title !== ''
        ? joined('Dear', title, family)
        : gender === undefined
          ? undefined
          : joined('Dear', gender === 'female' ? 'Ms' : 'Mr', family),
    plain: (name) => joined(name === '' ? 'Hello' : 'Dear', name),
  },
  de: {
    formal: byGender('Sehr geehrte Frau', 'Sehr geehrter Herr'),
    plain: (name) => joined('Guten Tag', name),
  },
  fr: { formal: byGender('Madame', 'Monsieur'), plain: (name) => joined('Bonjour', name) },
  es: {
    formal: byGender('Estimada Sra.', 'Estimado Sr.'),
    plain: (name) => joined('Hola', name),
  },
  it: {
    formal: byGender('Gentile Signora', 'Egregio Signor'),
    plain: (name) => joined('Buongiorno', name),
  },
  nl: {
    formal: byGender('Geachte mevrouw', 'Geachte heer'),
    plain: (name) => joined('Beste', name),
  },
  ar: {
    formal: byGender('السيدة المحترمة', 'السيد المحترم'),
    plain: (name, gender) =>
      name === ''
        ? 'تحية طيبة'
        : joined(gender === 'female' ? 'عزيزتي' : gender === 'male' ? 'عزيزي' : 'تحية طيبة', name),
  },
};

export const languagesOfSalutations: readonly string[] = Object.keys(forms);

/** Titles that say how somebody is addressed, and say it again beside Frau or Mr. */
const manners = /^(?:mrs?|ms|miss|mx|herr|frau|mme|m|sra?|sig(?:nora|\.ra)?|dhr|mevr)\.?$/iu;

/** Without a comma behind it. `isFormal`: by the family name, where enough is known for that. */
export function salutation(who: Addressed, isFormal: boolean): string {
  const own = (who.own ?? '').trim();
  if (own !== '') return own;
  const code = who.language.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  const { formal, plain } = forms[code] ?? forms['en'] ?? nothing;
  const [given, family] = [(who.given ?? '').trim(), (who.family ?? '').trim()];
  const parts = (who.prefix ?? '').trim().split(/\s+/u);
  const gender = genderOf(who.gender, parts);
  const title = parts.filter((part) => part !== '' && !manners.test(part)).join(' ');
  if (isFormal && family !== '') {
    const said = formal(gender, title, family);
    if (said !== undefined) return said;
  }
  const whole = joined(given, family) || (who.name ?? '').trim();
  return plain(isFormal ? joined(title, whole) : given || whole, gender);
}

const nothing: Forms = { formal: () => undefined, plain: (name) => name };

function genderOf(gender: string | undefined, parts: readonly string[]): Gender {
  if (gender === 'female' || gender === 'male') return gender;
  if (parts.some((part) => /^(?:mrs|ms|miss|frau|mme|sra|signora|mevr)\.?$/iu.test(part)))
    return 'female';
  if (parts.some((part) => /^(?:mr|herr|m|sr|sig|dhr)\.?$/iu.test(part))) return 'male';
  return undefined;
}
