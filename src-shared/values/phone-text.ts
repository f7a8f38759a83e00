// A phone number for people to read and dial: as it was written, else with its extension
// in a form that every phone program understands.

type StoredPhone = { value: string; more?: { [part: string]: string } };

/** Imports before this version kept an extension beside the number. */
export function phoneText({ value, more }: StoredPhone): string {
  const raw = more?.['raw']?.trim() ?? '';
  return raw === '' || isForPrograms(raw)
    ? plainPhoneText({ value, ...(more === undefined ? {} : { more }) })
    : raw;
}

/** As a card or a link writes it. */
const isForPrograms = (raw: string): boolean => /^tel:|;ext=/i.test(raw);

/** Without regard to how it was written. */
export function plainPhoneText({ value, more }: StoredPhone): string {
  const [number = '', inside] = value.split(';ext=', 2);
  const ext = inside ?? more?.['ext'] ?? '';
  return ext === '' ? number : `${number} ext. ${ext}`;
}
