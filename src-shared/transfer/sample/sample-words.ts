// What the sample team is called and what happened with it, in one language. How many there
// are of each is the same in all of them, since a record has the same id whatever it says.

export type SampleTag =
  | 'customer'
  | 'advocate'
  | 'supplier'
  | 'partner'
  | 'community'
  | 'detractor';

export type SampleWords = {
  /** `domain`: of their addresses, under `example`. */
  organisations: readonly (readonly [
    name: string,
    domain: string,
    industry: string,
    description: string,
  ])[];
  buckets: readonly (readonly [name: string, description: string])[];
  /** `address`: before the @. */
  people: readonly (readonly [
    given: string,
    family: string,
    address: string,
    title: string,
    city: string,
  ])[];
  tags: { readonly [tag in SampleTag]: string };
  /** In the order of `happenings` in sample-team.ts. */
  happenings: readonly string[];
  note: string;
  expects: string;
};
