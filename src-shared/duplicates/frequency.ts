// How many records share a value: what is common says little.

import type { Traits } from './traits.ts';

export type Frequency = {
  total: number;
  given: ReadonlyMap<string, number>;
  family: ReadonlyMap<string, number>;
  /** Whichever part of a name it is. */
  names: ReadonlyMap<string, number>;
  /** Holders of an address or number. */
  emails: ReadonlyMap<string, number>;
  phones: ReadonlyMap<string, number>;
  organisations: ReadonlyMap<string, number>;
  places: ReadonlyMap<string, number>;
};

export function frequencyOf(all: readonly Traits[]): Frequency {
  const tables = {
    given: new Map<string, number>(),
    family: new Map<string, number>(),
    names: new Map<string, number>(),
    emails: new Map<string, number>(),
    phones: new Map<string, number>(),
    organisations: new Map<string, number>(),
    places: new Map<string, number>(),
  };
  const add = (table: Map<string, number>, value: string): void => {
    table.set(value, (table.get(value) ?? 0) + 1);
  };
  for (const { given, family, whole, emails, phones, organisations, places } of all) {
    for (const word of given) add(tables.given, word);
    for (const word of family) add(tables.family, word);
    for (const word of [...given, ...family, ...whole]) add(tables.names, word);
    for (const { full } of emails) add(tables.emails, full);
    for (const phone of phones) add(tables.phones, phone);
    for (const one of organisations) add(tables.organisations, one);
    for (const place of places) add(tables.places, place);
  }
  return { total: all.length, ...tables };
}

/** Bits that sharing it is worth: log2 of one in how many has it. */
export const rarity = (count: number | undefined, total: number): number =>
  Math.log2(atLeast(total) / Math.max(1, count ?? 1));

/** What is rare in a small book is not rare in the world. */
export const atLeast = (total: number): number => Math.max(total, 2_000);
