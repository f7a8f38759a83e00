// Labels of values: work, home, mobile. What the program itself writes or offers is a code
// with words in the catalogue (`label.CODE`); any other label is what somebody wrote. Codes
// are exactly what earlier versions stored as English, so that records of before, and
// laptops that still show codes as they are, need no translation.

export const labelCodes = [
  'work',
  'home',
  'mobile',
  'main',
  'other',
  'fax',
  'work fax',
  'home fax',
  'pager',
  'car',
  'radio',
  'company',
  'callback',
  'telex',
  'school',
  'website',
  'homepage',
  'profile',
  'blog',
  'photo',
  'from their profile',
  'anniversary',
  'birthday',
  'death',
  'connected',
  'spouse',
  'partner',
  'child',
  'parent',
  'mother',
  'father',
  'brother',
  'sister',
  'friend',
  'manager',
  'assistant',
  'referred by',
  'date',
  'email',
  'phone',
  'prefix',
  'given',
  'middle',
  'family',
  'suffix',
  'nickname',
  'full name',
  'phonetic given',
  'phonetic middle',
  'phonetic family',
  'maiden name',
  'file as',
  'gender',
  'pronouns',
  'language',
  'letter opening',
  'job note',
  'do not contact',
  'no mail',
  'no phone',
  'no message',
  'no post',
  'no visit',
  'no contact reason',
  'no contact since',
  'no contact until',
  'keep for',
  'keep until',
  'preferred channel',
  'contact hours',
  'zone',
  'contact through',
  'permissions',
  'birthday calendar',
  'rhythm',
  'rhythm who',
  'rhythm paused until',
  'rhythm reason',
  'name',
  'title',
  'department',
  'description',
  'industry',
  'parent company',
  'agent',
  'role start',
  'role until',
  'address',
  'link',
  'handle',
  'relation',
  'chat',
  'tag',
  'Initials',
  'Short Name',
  'Location',
  'Unsubscribed',
  'Reason for unsubscribing',
] as const;

export type LabelCode = (typeof labelCodes)[number];

/** What a value is called that has no place of its own where it came to: by its field or set. */
export function labelOfField(name: string): string {
  const spaced = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return spaced === 'addresses'
    ? 'address'
    : spaced.replace(/s$/, (end) => (plurals.has(spaced) ? '' : end));
}
const plurals = new Set('emails phones tags links handles dates relations chats'.split(' '));

/** Of what a public profile said. */
export const fromProfile: LabelCode = 'from their profile';

const codes: ReadonlySet<string> = new Set(labelCodes);
const codeByLower = new Map<string, LabelCode>(
  labelCodes.map((code) => [code.toLowerCase(), code]),
);

/** What other programs call the same. */
const codeByAlias: ReadonlyMap<string, LabelCode> = new Map([
  ['cell', 'mobile'],
  ['workfax', 'work fax'],
  ['homefax', 'home fax'],
  ['business', 'work'],
]);

export const isLabelCode = (label: string): label is LabelCode => codes.has(label);

/** A file's label: the code where it is one in any spelling, else as it is written there. */
export function labelOfFile(label: string): string {
  const trimmed = label.trim();
  const lower = trimmed.toLowerCase();
  return codeByAlias.get(lower) ?? codeByLower.get(lower) ?? trimmed.slice(0, 200);
}

/** A typed label: the code whose words it is, which `wordsOf` says, else as it was typed. */
export function labelOfTyped(typed: string, wordsOf: (code: LabelCode) => string): string {
  const wanted = typed.trim().toLocaleLowerCase();
  return labelCodes.find((code) => wordsOf(code).toLocaleLowerCase() === wanted) ?? typed.trim();
}
