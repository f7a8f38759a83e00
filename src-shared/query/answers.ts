// What a view is answered with besides ids.

/** The name of a group; null: of those that have nothing there. */
export type GroupKey = string | null;

/** A record with several values counts in each of their groups. */
export type GroupCount = {
  key: GroupKey;
  count: number;
  /** As most have it who stand there, where that is not the key: Kunde, of kunde and KUNDE. */
  written?: string;
  /** By the second grouping, where there is one. */
  inside?: GroupCount[];
};

/** By id, then by the fact's name as a view's column gives it. */
export type FactValues = { [id: string]: { [fact: string]: string | number } };

/** Of a group: its people now, those spoken to last first, and when anybody spoke to one of them. */
export type GroupPeople = { count: number; first: string[]; lastContact?: number };
export type PeopleOfGroups = { [group: string]: GroupPeople };

/** What a column holds in numbers or days; amounts of two currencies are never added. */
export type FootNumbers = {
  /** Empty for plain numbers, times and days. */
  currency: string;
  count: number;
  /** Null for days. */
  sum: number | null;
  low: string | number | null;
  high: string | number | null;
  median: number | null;
};

/** The foot of a column: of the whole view (no group), of an outer group, of an inner one. */
export type Foot = {
  group: GroupKey[];
  /** How many records there are, and how many of them have something there. */
  count: number;
  filled: number;
  distinct: number;
  numbers: FootNumbers[];
};
