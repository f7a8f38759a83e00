// What a comparison of two records says, and what comparing those of one sort takes.

export type Band = 'certain' | 'likely' | 'possible';

/** What was compared; `value` is what both have where they have the same. */
export type Reason = {
  what:
    | 'base'
    | 'email-same'
    | 'email-like'
    | 'email-shared'
    | 'phone-same'
    | 'phone-shared'
    | 'handle-same'
    | 'id-same'
    | 'id-other'
    | 'name-same'
    | 'name-like'
    | 'family-same'
    | 'family-like'
    | 'family-other'
    | 'given-same'
    | 'given-short'
    | 'given-like'
    | 'given-initial'
    | 'given-other'
    | 'name-turned'
    | 'suffix-other'
    | 'birthday-same'
    | 'birthday-slip'
    | 'birthday-other'
    | 'organisation-same'
    | 'organisation-like'
    | 'company-same'
    | 'company-like'
    | 'company-other'
    | 'domain-same'
    | 'city-other'
    | 'place-same';
  bits: number;
  value: string;
};

export type Score = { bits: number; band: Band | undefined; reasons: Reason[] };

const least: readonly [Band, number][] = [
  ['certain', 12],
  ['likely', 7],
  ['possible', 4],
];

/** By the sum alone. */
export const bandFrom = (bits: number): Band | undefined =>
  least.find(([, from]) => bits >= from)?.[0];

/** A number or address of more than this says nothing of one. */
export const mostHolders = 3;

/** How records of one sort are compared. */
export type Measure<T> = {
  /** Those that share a key are worth comparing. */
  keysOf: (one: T) => string[];
  /** Made of a name alone: what many share of these is no reason to say so. */
  isNameKey: (key: string) => boolean;
  score: (a: T, b: T) => Score;
};
