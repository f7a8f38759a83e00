// One declaration per kind: its fields and sets, whom it belongs to, what privacy it
// keeps. What the index finds it by, its search text, whom it points to, its parser and
// its types are read from that and written nowhere else.

import type { AnyField, Fields, SearchSlot, ValueOf } from '../fields/field.ts';
import { isTolerated } from '../fields/field.ts';
import type { FieldSet } from '../fields/set.ts';
import { joinText } from './fold.ts';
import { linkKeys, linksOf, type RecordLink, setIndexKeys } from './links.ts';
import { ownLinks, ownText, ownTexts } from './own-values.ts';
import type { CollectionName, JsonValue, SetItem, Stamp } from './record.ts';

/** The content of a record, apart from its history. */
export type RecordContent = {
  fields: { [field: string]: JsonValue };
  sets: { [set: string]: SetItem[] };
  note: string;
};

/** Values the store keeps beside the content so that it can sort, filter and find. */
export type Derived = {
  name: string;
  /** What it is sorted by, where that is not its name. */
  sortName?: string;
  keys: string[];
  at?: number;
};

/** Text for the full-text index: `name` weighs most, then `contact`, then `body`. */
export type SearchText = { name: string; contact: string; body: string };

/** `what`: a field's name, a set's, or `note`. */
export type FoundBy = { what: string; text: string };

/** A record that has no history but its origin. */
export type RecordRow = RecordContent & { createdAt: number; origin: Stamp };

/**
 * What a record says of the people it points to: that there was contact, at its time; a
 * day on which something is due (YYYY-MM-DD); a promise that is open.
 */
export type Said = {
  contact?: 'in' | 'out' | 'both';
  due?: string;
  promise?: 'ours' | 'theirs';
};

export type Sets = { readonly [set: string]: FieldSet };

type Declaration<F extends Fields, S extends Sets> = {
  collection: CollectionName;
  fields: F;
  sets: S;
  /**
   * Whatever points to something private is private. own: until its owner shares it.
   * as-linked: until what it points to is shared.
   */
  privacy: 'own' | 'as-linked';
  /** Ids that stand in its data, beside its links: no reason to find it, but to keep it private. */
  mentions?: (content: Pick<RecordContent, 'fields'>) => RecordLink[];
  /**
   * What becomes of it when something it points to is erased. with-owner: it goes with
   * the record it belongs to. unlink: that too, and any other pointer is taken out; what then
   * speaks of nobody goes. keep: it stays as it is.
   */
  onErase: 'with-owner' | 'unlink' | 'keep';
  /** Left out: what stands in the fields that search knows as name. */
  name?: (content: RecordContent) => string;
  sortName?: (content: RecordContent) => string;
  /** Further keys the index finds it by. */
  keys?: (content: RecordContent) => string[];
  /** The field that says when it was; left out: when it was made. */
  at?: keyof F & string;
  /** What it says of people; left out: nothing. Kept as facts (src-shared/query/facts-of.ts). */
  says?: (record: { kind: string } & RecordContent) => Said | undefined;
  /** Whether words of its note and fields are found. Left out: yes. */
  isFound?: boolean;
  /**
   * For what nobody edits: the one row that two rows of the same id make. Commutative,
   * associative and idempotent, so replicas agree in whatever order they hear.
   */
  combine?: (mine: RecordRow, theirs: RecordRow) => RecordRow;
};

export type Kind<
  F extends Fields = Fields,
  S extends Sets = Sets,
  N extends string = string,
> = Readonly<Omit<Declaration<F, S>, 'name' | 'keys' | 'at' | 'isFound' | 'sortName'>> & {
  readonly kind: N;
  /** Whether full-text search finds it. */
  readonly isFound: boolean;
  readonly fieldNames: readonly (keyof F & string)[];
  /** Set name to the function that gives the key under which two items are the same. */
  readonly setKeys: { readonly [set: string]: FieldSet['keyOf'] };
  derive(content: RecordContent): Derived;
  search(content: RecordContent): SearchText;
  /** What it is found by, by field, set or `note`. */
  foundBy(content: RecordContent): FoundBy[];
  links(content: Pick<RecordContent, 'fields' | 'sets'>): RecordLink[];
  /** The first of the records it belongs to. */
  owner(content: Pick<RecordContent, 'fields'>): string | undefined;
  /** Whether every value stands in the shape its field has; unknown fields are a newer version's. */
  tolerates(content: Pick<RecordContent, 'fields' | 'sets'>): boolean;
};

export function defineKind<
  const F extends Fields,
  const S extends Sets,
  const N extends string = string,
>(kind: N, declaration: Declaration<F, S>): Kind<F, S, N> {
  const { name, sortName, keys, at, isFound = true, ...rest } = declaration;
  const fields: [string, AnyField][] = Object.entries(declaration.fields);
  const sets: [string, FieldSet][] = Object.entries(declaration.sets);
  const linkFields = fields.filter(([, { link }]) => link !== undefined);
  const owners = linkFields.filter(([, { link }]) => link?.owner === true).map(([what]) => what);
  const indexed = sets.filter(
    ([, { link, indexed: of }]) => link !== undefined || of !== undefined,
  );
  const slots = searchSlots(fields, sets);
  const searchName = (content: RecordContent): string => slotText(slots.name, content);
  return {
    ...rest,
    kind,
    isFound,
    fieldNames: fields.map(([field]) => field),
    setKeys: Object.fromEntries(sets.map(([set, { keyOf }]) => [set, keyOf])),
    derive: (content) => {
      const when = at === undefined ? undefined : content.fields[at];
      return {
        name: name?.(content) ?? searchName(content),
        ...(sortName === undefined ? {} : { sortName: sortName(content) }),
        keys: [
          ...new Set([
            ...linkFields.flatMap(([field, { link }]) => linkKeys(content.fields[field], link)),
            ...indexed.flatMap(([set, type]) => setIndexKeys(content.sets[set], type)),
            ...ownLinks(content).map(({ id }) => id),
            ...(keys?.(content) ?? []),
          ]),
        ],
        ...(typeof when === 'number' ? { at: when } : {}),
      };
    },
    search: (content) => {
      if (!isFound) return { name: '', contact: '', body: '' };
      const body = slotText(slots.body, content);
      return {
        name: searchName(content),
        contact: slotText(slots.contact, content),
        body: joinText([body, ownText(content), content.note]),
      };
    },
    foundBy: (content) => {
      if (!isFound) return [];
      const found = Object.values(slots).flatMap((slot) =>
        slot.map((part) => ({
          what: part.field ?? part.set?.name ?? '',
          text: slotText([part], content),
        })),
      );
      return [...found, ...ownTexts(content), { what: 'note', text: content.note }].filter(
        ({ text }) => text !== '',
      );
    },
    links: (content) => [...linksOf(linkFields, indexed, content), ...ownLinks(content)],
    owner: (content) => {
      const ids = owners.map((field) => content.fields[field]);
      return ids.find((id) => typeof id === 'string');
    },
    tolerates: (content) =>
      fields.every(([field, type]) => {
        const value = content.fields[field];
        return value === undefined || isTolerated(type, value);
      }),
  };
}

type Slot = { field?: string; set?: { name: string; type: FieldSet } };
type Slots = { [slot in SearchSlot]: Slot[] };

function searchSlots(fields: [string, AnyField][], sets: [string, FieldSet][]): Slots {
  const slots: Slots = { name: [], contact: [], body: [] };
  for (const [field, { search }] of fields) if (search !== undefined) slots[search].push({ field });
  for (const [name, type] of sets)
    if (type.search !== undefined) slots[type.search].push({ set: { name, type } });
  return slots;
}

function slotText(slot: readonly Slot[], { fields, sets }: RecordContent): string {
  const texts: unknown[] = [];
  for (const { field, set } of slot) {
    if (field !== undefined) texts.push(fields[field]);
    else if (set !== undefined)
      for (const item of sets[set.name] ?? []) texts.push(set.type.words?.(item) ?? item.value);
  }
  return joinText(texts);
}

type FieldsOf<K> = K extends Kind<infer F, Sets> ? F : never;

/** A record's own fields, each of its type; what is of another shape is left out. */
export function fieldsOf<K extends Kind>(
  kind: K,
  content: Pick<RecordContent, 'fields'>,
): { readonly [field in keyof FieldsOf<K>]?: ValueOf<FieldsOf<K>[field]> } {
  const typed: { [field: string]: JsonValue } = {};
  for (const field of kind.fieldNames) {
    const value = content.fields[field];
    const type = kind.fields[field];
    if (value !== undefined && type?.accepts(value) === true) typed[field] = value;
  }
  return typed as never;
}
