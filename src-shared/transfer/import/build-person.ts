// From a row's cells to an incoming person. The mapping is compiled once into lists of
// column positions, so that a row costs no look-ups by header.

import { joinText } from '../../domain/person.ts';
import type { JsonValue } from '../../domain/record.ts';
import { addOnce, addValue, cleanLabel, type ValueReader } from './add-value.ts';
import { addItem, addRemark, emptyIncoming, type Incoming, makeItem } from './incoming.ts';
import { type DateOrder, parseDate } from './normalise-date.ts';
import { parseName, restoreFormula } from './normalise-text.ts';
import type { Target } from './targets.ts';

export type RowSettings = {
  reader: ValueReader;
  /** By column position; the usual one for the rest. */
  orderByColumn: ReadonlyMap<number, DateOrder>;
  usualOrder: DateOrder;
  /** Joins several values in one cell, as Google does. */
  joiner?: string;
  /** Our own CSV: cells are taken as they are. */
  exact: boolean;
};

type Part = { part: string; index: number };
type Slot = { set: string; label: string; value: number; labelAt: number; parts: Part[] };
type Compiled = {
  fields: { field: string; index: number }[];
  json: { field: string; index: number }[];
  slots: Slot[];
  orgs: Part[][];
  words: { type: 'name' | 'note' | 'record-id' | 'scope' | 'tags' | 'labels'; index: number }[];
};

export type RowBuilder = (cells: readonly string[], line: number) => Incoming;

export function createRowBuilder(targets: readonly Target[], settings: RowSettings): RowBuilder {
  const compiled = compile(targets);
  return (cells, line) => {
    const incoming = emptyIncoming(line);
    const read = (index: number) => (index < 0 ? '' : restoreFormula(cells[index] ?? ''));
    for (const { field, index } of compiled.fields)
      setField(incoming, field, read(index), index, settings);
    for (const { field, index } of compiled.json) setJson(incoming, field, read(index));
    for (const slot of compiled.slots) readSlot(incoming, slot, read, settings);
    for (const parts of compiled.orgs) readOrg(incoming, parts, read, settings);
    for (const { type, index } of compiled.words) readWord(incoming, type, read(index), settings);
    if (!settings.exact) nameAfterOrganisation(incoming);
    return incoming;
  };
}

function compile(targets: readonly Target[]): Compiled {
  const compiled: Compiled = { fields: [], json: [], slots: [], orgs: [], words: [] };
  const slotByKey = new Map<string, Slot>();
  const orgBySlot = new Map<string, Part[]>();
  targets.forEach((target, index) => {
    if (target.type === 'field') compiled.fields.push({ field: target.field, index });
    else if (target.type === 'json') compiled.json.push({ field: target.field, index });
    else if (target.type === 'org')
      orgBySlot.set(target.slot, [
        ...(orgBySlot.get(target.slot) ?? []),
        { part: target.part, index },
      ]);
    else if (target.type === 'item') placeItem(slotByKey, compiled, target, index);
    else if (target.type !== 'ignore') compiled.words.push({ type: target.type, index });
  });
  compiled.orgs = [...orgBySlot.values()];
  return compiled;
}

/** A second column for the same value becomes a slot of its own; repeated street lines are joined. */
function placeItem(
  slotByKey: Map<string, Slot>,
  compiled: Compiled,
  target: Extract<Target, { type: 'item' }>,
  index: number,
): void {
  const key = `${target.set}/${target.slot}`;
  let slot = slotByKey.get(key);
  const isTaken = target.part === 'value' && slot !== undefined && slot.value >= 0;
  if (slot === undefined || isTaken) {
    slot = { set: target.set, label: target.label, value: -1, labelAt: -1, parts: [] };
    slotByKey.set(key, slot);
    compiled.slots.push(slot);
  }
  if (target.part === 'value') slot.value = index;
  else if (target.part === 'label') slot.labelAt = index;
  else
    slot.parts.push({
      part: target.part.startsWith('more ') ? target.part.slice(5) : target.part,
      index,
    });
}

function setField(
  incoming: Incoming,
  field: string,
  cell: string,
  index: number,
  settings: RowSettings,
): void {
  if (cell === '') return;
  if (settings.exact) incoming.fields[field] = cell;
  else if (field === 'birthday')
    setBirthday(incoming, cell, settings.orderByColumn.get(index) ?? settings.usualOrder);
  else if (field === 'photo') setPhoto(incoming, cell.trim());
  else if (cell.trim() !== '') incoming.fields[field] ??= cell.trim();
}

export function setBirthday(incoming: Incoming, text: string, order: DateOrder): void {
  const date = parseDate(text, order);
  if (date === undefined) {
    addOnce(incoming, 'custom', makeItem(text.trim(), 'birthday'));
    addRemark(incoming, 'date-not-understood');
  } else if (date !== '') incoming.fields['birthday'] ??= date;
}

/** Characters of a data URL. */
export const longestPhoto = 512 * 1024;

/** Nothing is fetched: a photo that is only an address is kept as a link to it. */
export function setPhoto(incoming: Incoming, text: string): void {
  if (/^https?:/i.test(text)) addOnce(incoming, 'links', makeItem(text.slice(0, 2_000), 'photo'));
  else if (!/^data:image\/(?:jpeg|png|gif|webp|heic|bmp);base64,/i.test(text))
    return text === '' ? undefined : addRemark(incoming, 'photo-left-out');
  else if (text.length > longestPhoto) addRemark(incoming, 'photo-too-large');
  else incoming.fields['photo'] ??= text;
}

function setJson(incoming: Incoming, field: string, cell: string): void {
  if (cell === '') return;
  try {
    incoming.fields[field] = JSON.parse(cell) as JsonValue;
  } catch {
    incoming.fields[field] = cell;
  }
}

type Read = (index: number) => string;

function readSlot(incoming: Incoming, slot: Slot, read: Read, settings: RowSettings): void {
  const value = read(slot.value);
  let more: { [part: string]: string } | undefined;
  for (const { part, index } of slot.parts) {
    const text = read(index);
    if (text === '') continue;
    more ??= {};
    more[part] = part in more && !settings.exact ? `${more[part]}, ${text}` : text;
  }
  if (value === '' && more === undefined) return;
  const label = read(slot.labelAt) || slot.label;
  if (slot.set === 'buckets') {
    incoming.buckets.push({
      name: value,
      ...(more?.['id'] === undefined ? {} : { id: more['id'] }),
    });
  } else if (settings.exact) addItem(incoming, slot.set, makeItem(value, label, more));
  else addValues(incoming, slot.set, value, label, more, settings, slot.value);
}

/** A label `* Work` marks the value that comes first. */
function addValues(
  incoming: Incoming,
  set: string,
  value: string,
  label: string,
  more: { [part: string]: string } | undefined,
  settings: RowSettings,
  column: number,
): void {
  const isPrimary = label === '*' || label.startsWith('* ');
  const bare = isPrimary ? label.slice(2) : label;
  const shown = set === 'custom' || set === 'ids' ? bare.slice(0, 200) : cleanLabel(bare);
  const isJoined =
    settings.joiner !== undefined && set !== 'addresses' && value.includes(settings.joiner);
  const values = isJoined ? value.split(settings.joiner ?? '') : [value];
  const order = settings.orderByColumn.get(column) ?? settings.usualOrder;
  const before = incoming.sets[set]?.length ?? 0;
  for (const one of values)
    addValue(incoming, set, networkOf(set, one, shown, more), settings.reader, order);
  const items = incoming.sets[set];
  if (isPrimary && before > 0 && items !== undefined && items.length > before)
    items.unshift(...items.splice(before));
}

/** Handles and chats are labelled by where they are. */
function networkOf(
  set: string,
  value: string,
  label: string,
  more: { [part: string]: string } | undefined,
) {
  if (label === '' || (set !== 'handles' && set !== 'chats')) return makeItem(value, label, more);
  return makeItem(value, undefined, {
    ...more,
    [set === 'handles' ? 'network' : 'service']: label,
  });
}

function readOrg(
  incoming: Incoming,
  parts: readonly Part[],
  read: Read,
  settings: RowSettings,
): void {
  let [organisation, organisationId] = ['', ''];
  const role: { title?: string; department?: string; start?: string; until?: string } = {};
  for (const { part, index } of parts) {
    const cell = read(index);
    const text = settings.exact ? cell : cell.replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    if (part === 'name') organisation = text;
    else if (part === 'id') organisationId = text;
    else if (part === 'title' || part === 'department') role[part] = text;
    else if (part === 'start' || part === 'until') {
      const date =
        settings.exact || /^\d{4}(-\d\d)?$/.test(text)
          ? text
          : parseDate(text, settings.usualOrder);
      if (date !== undefined && date !== '') role[part] = date;
    }
  }
  if (organisation !== '')
    return void incoming.roles.push({
      organisation,
      ...(organisationId === '' ? {} : { organisationId }),
      ...role,
    });
  const loose = joinText([role.title, role.department]);
  if (loose !== '') incoming.fields['jobNote'] ??= loose;
}

function readWord(
  incoming: Incoming,
  type: Compiled['words'][number]['type'],
  cell: string,
  settings: RowSettings,
): void {
  if (cell === '') return;
  if (type === 'note')
    incoming.note =
      incoming.note === ''
        ? settings.exact
          ? cell
          : cell.trim()
        : `${incoming.note}\n\n${cell.trim()}`;
  else if (type === 'record-id') incoming.id = cell;
  else if (type === 'scope') {
    if (cell === 'private') incoming.scope = 'private';
  } else if (type === 'name') setName(incoming, cell);
  else if (type === 'tags')
    for (const tag of cell.split(/\s*(?:[;,\n]|:::)\s*/))
      addTag(incoming, tag.replace(/^"+|"+$/g, ''));
  else
    for (const label of cell.split(/\s*:::\s*/)) if (!/^\*\s/.test(label)) addTag(incoming, label);
}

function addTag(incoming: Incoming, tag: string): void {
  if (tag.trim() !== '') addOnce(incoming, 'tags', makeItem(tag.trim()));
}

/** The whole name only matters where its parts do not come in columns of their own. */
export function setName(incoming: Incoming, text: string): void {
  const name = text.replace(/\s+/g, ' ').trim();
  const { fields } = incoming;
  if (name === '' || ['given', 'family'].some((part) => part in fields)) return;
  fields['fullName'] ??= name;
  for (const [part, value] of Object.entries(parseName(name))) fields[part] ??= value;
}

/** A contact that is a company and nothing else keeps its name. */
function nameAfterOrganisation(incoming: Incoming): void {
  const { fields, roles } = incoming;
  const hasName = ['given', 'middle', 'family', 'fullName', 'nickname'].some(
    (part) => part in fields,
  );
  if (!hasName && roles[0] !== undefined && incoming.sets['emails'] === undefined)
    fields['fullName'] = roles[0].organisation;
}
