// Puts values together in a field of the team's own as one action: first it is said what it
// comes to, then it is done, with the field itself where it is a new one. What does not fit
// stays where it was.

import { foldText } from '../../domain/fold.ts';
import { kinds } from '../../domain/kinds.ts';
import {
  type OwnField,
  ownFieldsFor,
  readOwnField,
  recordKindsOf,
} from '../../domain/own-field.ts';
import { ownKey } from '../../domain/own-values.ts';
import type { CollectionName, RecordDoc, RecordId } from '../../domain/record.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { AnyField, OwnReading, Reader } from '../../fields/field.ts';
import { typeOfOwn } from '../../fields/own.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type { Done, Ref } from '../command.ts';
import { makeRecord } from '../content.ts';
import { atOneTime, type CommandContext } from '../context.ts';
import { editAll, type Step } from '../edit-all.ts';
import type { Gather, GatherCounts } from '../intents/gather.ts';
import { addOptions, defineField, joinField } from '../intents/own-fields.ts';
import { planChanges } from '../plan-changes.ts';
import { gatheredIn, type Gathering, type OwnPlace, textsIn } from './one-record.ts';

type Opened = Gathering & {
  collection: CollectionName;
  /** With what it is to offer from now on. */
  target: OwnField;
  isNew: boolean;
  /** Names that its list does not offer yet. */
  offers: string[];
  source?: OwnField;
  ids: string[];
};

const mostOptions = 500;
const longestOption = 200;
const mostExamples = 5;
const atOnce = 500;

export async function countGathered(
  store: RecordStore,
  asked: Gather,
  reader: Reader,
  newId: () => string,
): Promise<Result<GatherCounts>> {
  const opened = await open(store, asked, reader, newId);
  if (!opened.ok) return opened;
  const { collection, ids } = opened.value;
  const counts: GatherCounts = { records: ids.length, fits: 0, misfits: 0, examples: [] };
  for (let from = 0; from < ids.length; from += atOnce)
    for (const doc of (await store.get(collection, ids.slice(from, from + atOnce))).values()) {
      const { fits, left } = gatheredIn({ collection, id: doc.id } as Ref, doc, opened.value);
      counts.fits += fits;
      counts.misfits += left.length;
      noteExamples(counts.examples, left);
    }
  return ok(counts);
}

export function noteExamples(examples: string[], texts: readonly string[]): void {
  for (const text of texts)
    if (examples.length < mostExamples && !examples.includes(text)) examples.push(text);
}

export async function gather(
  store: RecordStore,
  asked: Gather,
  reader: Reader,
  surroundings: CommandContext,
): Promise<Result<Done>> {
  const context = atOneTime(surroundings);
  const opened = await open(store, asked, reader, () => context.newId());
  if (!opened.ok) return opened;
  const { collection, ids, target, isNew, offers, source } = opened.value;
  const steps = ids.map((id): Step => {
    const ref = { collection, id } as Ref;
    return {
      ref,
      plan: (state, doc) =>
        planChanges(gatheredIn(ref, doc, opened.value).changes, context)(state, doc),
    };
  });
  const definition = (id: string, changes: Parameters<typeof planChanges>[0]): Step => ({
    ref: { collection: 'setup', id },
    plan: planChanges(changes, context),
  });
  if (source !== undefined)
    steps.push(definition(source.id, joinField(source.id, context.now(), target.id)));
  if (!isNew && offers.length > 0)
    steps.push(definition(target.id, addOptions(asItWas(target, offers), offers)));
  const made = isNew ? [makeRecord(definitionOf(target, offers), context)] : [];
  return editAll(store, 'gather', steps, context, made);
}

const asItWas = (target: OwnField, offers: readonly string[]): OwnField => ({
  ...target,
  options: target.options.slice(0, target.options.length - offers.length),
});

const definitionOf = ({ id, label, kind, type, currency }: OwnField, options: string[]) => ({
  ...defineField({ label, kind, type, options, ...(type === 'money' ? { currency } : {}) }),
  id: id as RecordId,
});

async function open(
  store: RecordStore,
  { kind, from, into }: Gather,
  reader: Reader,
  newId: () => string,
): Promise<Result<Opened>> {
  const [recordKind = kind] = recordKindsOf(kind);
  const collection = kinds.get(recordKind)?.collection;
  const defined = await definitions(store, kind);
  const source = 'field' in from ? defined.get(from.field) : undefined;
  const known = 'field' in into ? defined.get(into.field) : undefined;
  const isNamed = [...defined.values()].some(
    ({ label }) => 'label' in into && foldText(label) === foldText(into.label.trim()),
  );
  if (collection === undefined || isNamed) return fail('bad-input');
  if (('field' in from && source === undefined) || ('field' in into && known === undefined))
    return fail('not-found');
  if (known?.isNewer === true || (known !== undefined && known.id === source?.id))
    return fail('bad-input');
  // What the team has does not disappear into what only this laptop has.
  if (known?.isPrivate === true && source?.isPrivate !== true) return fail('bad-input');
  const bare = 'field' in into ? known : fieldToMake(into, kind, newId());
  if (bare === undefined) return fail('not-found');
  const place = 'label' in from ? { label: from.label } : placeOf(source ?? bare);
  const found = await find(store, collection, kind, place, bare);
  const target = { ...bare, options: [...bare.options, ...optionsOf(bare, found.offers)] };
  return ok({
    from: place,
    into: placeOf(target),
    reader,
    hasDetails: kinds.get(recordKind)?.sets['custom'] !== undefined,
    collection,
    target,
    isNew: 'label' in into,
    offers: found.offers,
    ids: found.ids,
    ...(source === undefined ? {} : { source }),
  });
}

async function definitions(store: RecordStore, kind: string): Promise<Map<string, OwnField>> {
  const found = new Map<string, OwnField>();
  for await (const docs of store.scan('setup', { status: 'live' }))
    for (const field of docs.flatMap((doc) => readOwnField(doc) ?? []))
      if (field.kind === kind) found.set(field.id, field);
  return found;
}

const placeOf = (field: OwnField): OwnPlace => ({
  key: ownKey(field),
  type: typeOfOwn(field) as AnyField & { own: OwnReading },
});

const fieldToMake = (
  { label, type, currency }: Extract<Gather['into'], { label: string }>,
  kind: string,
  id: string,
): OwnField => ({
  id,
  label: label.trim(),
  kind,
  type,
  currency,
  isNewer: false,
  isPrivate: false,
  help: '',
  isRetired: false,
  options: [],
});

/** Who has something, and what a list would have to offer for it. */
async function find(
  store: RecordStore,
  collection: CollectionName,
  kind: string,
  from: Gathering['from'],
  target: OwnField,
): Promise<{ ids: string[]; offers: string[] }> {
  const ids: string[] = [];
  const names = new Map(target.options.map(({ label }) => [foldText(label), label]));
  const present = names.size;
  for await (const docs of store.scan(collection, { status: 'live' }))
    for (const doc of docs) {
      if (ownFieldsFor(doc.kind) !== kind) continue;
      const texts = textsIn(doc, from);
      if (texts.length === 0) continue;
      ids.push(doc.id);
      if (isShared(doc)) noteNames(names, texts, target.type);
    }
  return { ids, offers: [...names.values()].slice(present) };
}

/** The definition is the team's: what only this laptop knows does not get into it. */
const isShared = ({ scope }: RecordDoc): boolean => scope !== 'private';

function noteNames(
  names: Map<string, string>,
  texts: readonly string[],
  type: OwnField['type'],
): void {
  if (type !== 'choice' && type !== 'choices') return;
  const parts = type === 'choice' ? texts : texts.flatMap((text) => text.split(/[,;]/));
  for (const name of parts.map((part) => part.trim())) {
    if (name === '' || name.length > longestOption || names.size >= mostOptions) continue;
    if (!names.has(foldText(name))) names.set(foldText(name), name);
  }
}

/** As `addOptions` and `defineField` will make them. */
function optionsOf(target: OwnField, offers: readonly string[]): OwnField['options'] {
  return addOptions(target, offers).flatMap((change) =>
    change.type === 'set-put'
      ? [
          {
            id: change.item.value,
            code: change.item.value,
            label: change.item.more?.['label'] ?? change.item.value,
            isRetired: false,
          },
        ]
      : [],
  );
}
