// Where a view's field reference finds its values. Grammar: `name`, `given` (a field),
// `emails` (a set), `addresses.city` (a part of its entries), `tag`, `bucket`, `lastContact.at` (a fact), and one hop over links:
// `role.title`, `org.industry`, `bucket.name`, `people.given` of a moment. `x:<id>` is a
// field that the team defined.

import { lowerTrimmed } from '../domain/fold.ts';
import type { Kind } from '../domain/kind.ts';
import type { Kinds } from '../domain/kinds.ts';
import { momentKindOf } from '../domain/moment.ts';
import type { RecordDoc } from '../domain/record.ts';
import { choice } from '../fields/choice.ts';
import { time } from '../fields/day.ts';
import type { AnyField, FieldTypeName } from '../fields/field.ts';
import type { Operator } from '../fields/operators.ts';
import { longText, text } from '../fields/text.ts';
import type { FieldSet } from '../fields/set.ts';
import {
  factByName,
  type FactName,
  groupFactByName,
  type GroupFactName,
  isFactName,
  isGroupFactName,
} from './facts.ts';
import { type ViewCollection, viewCollections } from './view.ts';

/** What every record has, whatever its kind. */
export type Member =
  | 'name'
  | 'kind'
  | 'scope'
  | 'note'
  | 'createdAt'
  | 'changedAt'
  | 'createdBy'
  | 'createdFrom';

export type Place =
  | { at: 'member'; name: Member; field: AnyField }
  | { at: 'field'; name: string; field: AnyField }
  /** `part`: one of the further values that an entry carries, such as the town of an address. */
  | { at: 'set'; name: string; set: FieldSet; part?: string }
  | { at: 'fact'; name: FactName; field: AnyField }
  | { at: 'group-fact'; name: GroupFactName; field: AnyField };

/** From a record to those it is linked with. */
export type Hop =
  /** A person's or group's roles that are current. */
  | { by: 'role' }
  /** The groups in which a person has a current role. */
  | { by: 'org' }
  | { by: 'field' | 'set'; name: string; to: readonly ViewCollection[] };

export type Reference = { place: Place; hop?: Hop };

const readMember: { readonly [name in Member]: (doc: RecordDoc) => string | number } = {
  name: (doc) => doc.name,
  kind: (doc) => momentKindOf(doc),
  scope: (doc) => doc.scope,
  note: (doc) => doc.note,
  createdAt: (doc) => doc.createdAt,
  changedAt: (doc) => doc.updatedAt,
  createdBy: (doc) => doc.origin.by,
  createdFrom: (doc) => doc.origin.source.type,
};

export const memberOf = (doc: RecordDoc, name: Member): string | number => readMember[name](doc);

const memberFields: { readonly [name in Exclude<Member, 'kind'>]: AnyField } = {
  name: text(),
  scope: choice(['team', 'private']),
  note: longText(),
  createdAt: time(),
  changedAt: time(),
  createdBy: text(),
  createdFrom: choice(['typed', 'import', 'feed', 'teammate', 'sample']),
};

/** Short names that people use for sets. */
const aliases: { readonly [name: string]: string } = { tag: 'tags', bucket: 'buckets' };

const kindsIn = (kinds: Kinds, of: ViewCollection): Kind[] =>
  [...kinds.values()].filter(({ collection }) => collection === of);

/** `withRetired`: fields that were put away, too. */
type Known = { withRetired?: boolean };

/**
 * Undefined for what this version does not know. A field that was joined into another one is that
 * one from then on.
 */
export function resolveReference(
  kinds: Kinds,
  of: ViewCollection,
  reference: string,
  known: Known = {},
): Reference | undefined {
  const place = placeOf(kinds, of, reference, known);
  if (place !== undefined) return { place };
  const dot = reference.indexOf('.');
  if (dot === -1) return undefined;
  const hop = hopOf(kinds, of, reference.slice(0, dot));
  if (hop === undefined) return undefined;
  const rest = reference.slice(dot + 1);
  for (const to of targetsOf(hop)) {
    const there = placeOf(kinds, to, rest, known);
    // Facts are of the record itself, not looked up over a link.
    if (there !== undefined && there.at !== 'fact' && there.at !== 'group-fact')
      return { place: there, hop };
  }
  return undefined;
}

/** The collections that a hop leads into. */
export function targetsOf(hop: Hop): readonly ViewCollection[] {
  if (hop.by === 'role') return ['ties'];
  return hop.by === 'org' ? ['groups'] : hop.to;
}

function placeOf(
  kinds: Kinds,
  of: ViewCollection,
  name: string,
  { withRetired = false }: Known = {},
): Place | undefined {
  const here = kindsIn(kinds, of);
  if (name === 'kind') return { at: 'member', name, field: choice(here.map(({ kind }) => kind)) };
  if (isMember(name)) return { at: 'member', name, field: memberFields[name] };
  if (of === 'people' && isFactName(name))
    return { at: 'fact', name, field: factByName[name].field };
  if (of === 'groups' && isGroupFactName(name))
    return { at: 'group-fact', name, field: groupFactByName[name].field };
  const asField = here.map(({ fields }) => own(fields, name)).find((one) => one !== undefined);
  if (asField?.own?.followedBy !== undefined) return placeOf(kinds, of, asField.own.followedBy);
  const isThere = withRetired || asField?.own?.isRetired !== true;
  if (asField !== undefined && asField.hidden !== true && isThere)
    return { at: 'field', name, field: asField };
  return setPlace(here, own(aliases, name) ?? name);
}

function setPlace(here: readonly Kind[], name: string): Place | undefined {
  const [base = '', part, ...further] = name.split('.');
  const set = here.map(({ sets }) => own(sets, base)).find((one) => one !== undefined);
  if (set === undefined || set.hidden === true || further.length > 0) return undefined;
  if (part === undefined) return { at: 'set', name: base, set };
  const found = own(set.more ?? {}, part);
  return found === undefined ? undefined : { at: 'set', name: base, set: partOf(found), part };
}

/** Asked for as a set of such values would be. */
const partOf = ({ type, operators }: AnyField): FieldSet => ({
  type,
  operators,
  keyOf: lowerTrimmed,
});

const isMember = (name: string): name is keyof typeof memberFields =>
  Object.hasOwn(memberFields, name);

const own = <T>(table: { readonly [name: string]: T }, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

function hopOf(kinds: Kinds, of: ViewCollection, name: string): Hop | undefined {
  if (name === 'role' && (of === 'people' || of === 'groups')) return { by: 'role' };
  if (name === 'org' && of === 'people') return { by: 'org' };
  const place = placeOf(kinds, of, name);
  if (place?.at !== 'field' && place?.at !== 'set') return undefined;
  const link = place.at === 'field' ? place.field.link : place.set.link;
  const to = viewCollections.filter((one) => link?.to.includes(one) === true);
  // Whom a field of the team's own leads to stands in a set.
  const by = place.at === 'field' && place.field.own !== undefined ? 'set' : place.at;
  return to.length === 0 ? undefined : { by, name: place.name, to };
}

export const typeOf = (place: Place): FieldTypeName =>
  place.at === 'set' ? place.set.type : place.field.type;

export const operatorsOf = (place: Place): readonly Operator[] =>
  place.at === 'set' ? place.set.operators : place.field.operators;
