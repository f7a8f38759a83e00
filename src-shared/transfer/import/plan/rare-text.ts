// What few rows of a plan have, or all where the book has everybody of the file already, as
// short text,
// which is smaller than the objects.

import type { Because, PlanEntry } from './plan-entry.ts';

export type Rare = Omit<PlanEntry, 'line' | 'action' | 'kind' | 'reasons' | 'remarks'>;

/** For each its id, why, and its name; 0 where it is that of the one before. */
type Flat = (string | 0)[];
type Stored = Omit<Rare, 'candidates'> & {
  people?: Flat;
  /** The match is the first of them. */
  isFirst?: true;
};

/** '' where there is nothing to keep. */
export function rareText({ match, candidates = [], changes = [], ...others }: Rare): string {
  const isFirst = match !== undefined && isSame(match, candidates[0]);
  const stored: Stored = {
    ...others,
    ...(changes.length === 0 ? {} : { changes }),
    ...(candidates.length === 0 ? {} : { people: flatOf(candidates) }),
    ...(isFirst ? { isFirst } : match === undefined ? {} : { match }),
  };
  return Object.keys(stored).length === 0 ? '' : inAscii(JSON.stringify(stored));
}

/** A single letter beyond Latin-1 doubles a whole text, and one that was replaced does as well. */
function inAscii(json: string): string {
  const escaped = json.replace(
    /[^\0-\u007f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return escaped === json ? json : decoder.decode(encoder.encode(escaped));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function readRare(text: string): Rare {
  const { people, isFirst, ...rare } = JSON.parse(text) as Stored;
  if (people === undefined) return rare;
  const candidates = peopleOf(people);
  const [first] = candidates;
  return { ...rare, ...(isFirst && first !== undefined ? { match: first } : {}), candidates };
}

const isSame = (a: Because, b: Because | undefined): boolean =>
  a.id === b?.id && a.name === b.name && a.because === b.because;

const flatOf = (people: readonly Because[]): Flat =>
  people.flatMap(({ id, because, name }, at) => {
    const before = people[at - 1];
    return [id, because === before?.because ? 0 : because, name === before?.name ? 0 : name];
  });

function peopleOf(flat: Flat): Because[] {
  const people: Because[] = [];
  for (let at = 0; at < flat.length; at += 3) {
    const [id, because, name] = flat.slice(at, at + 3);
    const before = people.at(-1);
    people.push({
      id: String(id),
      because: because === 0 ? before?.because : because,
      name: name === 0 ? before?.name : name,
    } as Because);
  }
  return people;
}
