// What a parser makes of a text that somebody typed or a file brought.

/** Why a text was kept as it was written. */
export type ValueProblem =
  | 'date-not-understood'
  | 'phone-not-understood'
  | 'phone-shortened'
  | 'email-not-understood';

/** What only a person who types can be asked about: a file's links are taken as they are. */
export type TypedProblem =
  | ValueProblem
  | 'link-not-understood'
  | 'phone-of-elsewhere'
  | 'day-not-understood'
  | 'time-not-understood';

export type ParsedValue = {
  /** What it is matched and sorted by; the text as written where there is a problem. */
  value: string;
  /** `raw`: as written, where that is not the value. */
  more?: { [part: string]: string };
  problem?: ValueProblem;
};

export const understood = (value: string, raw: string): ParsedValue =>
  value === raw ? { value } : { value, more: { raw } };
