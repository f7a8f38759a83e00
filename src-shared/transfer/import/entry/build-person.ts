// From a row's cells to an incoming person, or to the organisation that is all they name.

import { joinText } from '../../../domain/fold.ts';
import { person } from '../../../domain/person.ts';
import { type AnyField, valueOfCell } from '../../../fields/field.ts';
import { addOnce, addValue } from './add-value.ts';
import { asOrganisation, isOnlyCompany } from './company.ts';
import { nameWithoutEmail } from './email-in-name.ts';
import { addRemark, emptyIncoming, type Incoming, makeItem } from './incoming.ts';
import { restoreFormula } from '../../formula.ts';
import { isPlain, limits } from '../../../records/limits.ts';
import { parseJson } from '../../../values/parse-json.ts';
import { splitList } from '../../../values/split-list.ts';
import { parseTags } from '../../../values/tags.ts';
import { setDay, setName, setPhoto, setValue } from './person-fields.ts';
import { compileTargets, type RowColumns } from '../csv/row-columns.ts';
import { readRole } from '../csv/row-role.ts';
import type { ReadCell, RowSettings } from '../csv/row-settings.ts';
import { readSlot } from '../csv/row-values.ts';
import type { Target } from '../csv/targets.ts';

const fieldByName: ReadonlyMap<string, AnyField> = new Map(Object.entries(person.fields));

export type RowBuilder = (cells: readonly string[], line: number) => Incoming;

export function createRowBuilder(targets: readonly Target[], settings: RowSettings): RowBuilder {
  const columns = compileTargets(targets);
  return (cells, line) => {
    const incoming = emptyIncoming(line);
    const read: ReadCell = (index) => (index < 0 ? '' : cellText(cells[index] ?? '', settings));
    keepUnnamed(incoming, cells, targets.length);
    const found: string[] = [];
    const named: ReadCell = (index) =>
      settings.exact ? read(index) : nameWithoutEmail(read(index), found);
    for (const { field, index } of columns.fields) {
      const text = nameFields.includes(field) ? named(index) : read(index);
      setField(incoming, field, text, index, settings);
    }
    setBirthday(incoming, columns.birth, read);
    for (const { field, index } of columns.json) setJson(incoming, field, read(index));
    for (const slot of columns.slots) readSlot(incoming, slot, read, settings);
    for (const parts of columns.orgs) readRole(incoming, parts, read, settings);
    for (const { type, index } of columns.words)
      readWord(incoming, type, type === 'name' ? named(index) : read(index), settings);
    const own = ownOrganisation(incoming, columns.organisation, read);
    if (own !== undefined) return own;
    if (settings.exact) return incoming;
    addFoundEmails(incoming, found, settings);
    const cellOf = (wanted: RowColumns['words'][number]['type']): string =>
      read(columns.words.find(({ type }) => type === wanted)?.index ?? -1).trim();
    if (yes.test(cellOf('is-company'))) return companyOf(incoming, cellOf('name'));
    if (isOnlyCompany(incoming, false)) return asOrganisation(incoming);
    nameAfterAddress(incoming);
    nameAfterOrganisation(incoming);
    return incoming;
  };
}

/** The row of an organisation in our own CSV. */
function ownOrganisation(
  incoming: Incoming,
  columns: RowColumns['organisation'],
  read: ReadCell,
): Incoming | undefined {
  const told = columns.map(({ field, index }) => [field, read(index)] as const);
  const fields = Object.fromEntries(told.filter(([, text]) => text !== ''));
  if (fields['name'] === undefined) return undefined;
  return { ...incoming, kind: 'organisation', fields, roles: [], buckets: [] };
}

const yes = /^(?:true|yes|1|y|x|ja|wahr|oui|vrai|s[ií]|verdadero|vero|sim|tak)$/i;
const nameFields = ['prefix', 'given', 'middle', 'family', 'suffix', 'nickname', 'fullName'];

/** The file says so itself; another company beside it is what it belongs to. */
function companyOf(incoming: Incoming, written: string): Incoming {
  const named = nameFields.slice(1, 4).map((field) => incoming.fields[field]);
  const [role] = incoming.roles;
  const name = written || joinText(named) || (role?.organisation ?? '');
  const fields = Object.fromEntries(
    Object.entries(incoming.fields).filter(([field]) => !nameFields.includes(field)),
  );
  const made = asOrganisation({ ...incoming, fields, roles: [{ organisation: name }] });
  if (role !== undefined && role.organisation !== name)
    addOnce(made, 'custom', makeItem(role.organisation, 'parent company'));
  return made;
}

/** Excel keeps leading zeros by writing a text as a formula. */
const textFormula = /^="(.*)"$/s;

function cellText(cell: string, { exact }: RowSettings): string {
  const text = exact ? undefined : textFormula.exec(cell.trim())?.[1];
  return text === undefined ? restoreFormula(cell) : text.replaceAll('""', '"');
}

/** More cells than the file has columns: what is in them is kept. */
function keepUnnamed(incoming: Incoming, cells: readonly string[], width: number): void {
  for (let at = width; at < cells.length; at++) {
    const text = cells[at]?.trim() ?? '';
    if (text === '') continue;
    addOnce(incoming, 'custom', makeItem(text, `#${at + 1}`));
    addRemark(incoming, 'too-many-cells');
  }
}

function setField(
  incoming: Incoming,
  field: string,
  cell: string,
  index: number,
  settings: RowSettings,
): void {
  const type = fieldByName.get(field);
  if (cell === '' || type === undefined) return;
  if (settings.exact) incoming.fields[field] = valueOfCell(type, cell);
  else if (type.type === 'day')
    setDay(incoming, field, cell, settings.orderByColumn.get(index) ?? settings.usualOrder);
  else if (type.type === 'file') setPhoto(incoming, cell.trim());
  else if (cell.trim() !== '') setValue(incoming, field, type, cell.trim());
}

/** In three columns: the year may be missing. */
function setBirthday(incoming: Incoming, parts: RowColumns['birth'], read: ReadCell): void {
  const part = (wanted: string): string =>
    read(parts.find((one) => one.part === wanted)?.index ?? -1).trim();
  const [year, month, day] = ['year', 'month', 'day'].map(part);
  if (month === '' || day === '' || month === undefined || day === undefined) return;
  const text = `${year === '' || year === '0' ? '-' : year}-${month}-${day.padStart(2, '0')}`;
  setDay(incoming, 'birthday', text, 'ymd');
}

function setJson(incoming: Incoming, field: string, cell: string): void {
  if (cell === '') return;
  const value = parseJson(cell);
  incoming.fields[field] = isPlain(value, limits.depth) ? value : cell;
}

function readWord(
  incoming: Incoming,
  type: RowColumns['words'][number]['type'],
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
  else if (type === 'is-company') return;
  else if (type === 'tags') for (const tag of parseTags(cell)) addTag(incoming, tag);
  else
    for (const label of splitList(cell, ':::')) if (!/^\*\s/.test(label)) addTag(incoming, label);
}

function addTag(incoming: Incoming, tag: string): void {
  if (tag.trim() !== '') addOnce(incoming, 'tags', makeItem(tag.trim()));
}

/** An address where the name belongs is one of theirs, behind those of the right column. */
function addFoundEmails(
  incoming: Incoming,
  found: readonly string[],
  { parse, usualOrder }: RowSettings,
): void {
  if (found.length === 0) return;
  for (const address of found) addValue(incoming, 'emails', makeItem(address), parse, usualOrder);
  addRemark(incoming, 'email-in-name');
}

const hasName = ({ fields }: Incoming): boolean =>
  ['given', 'middle', 'family', 'fullName', 'nickname'].some((part) => part in fields);

/** The name that stands beside the address, where there is no other. */
function nameAfterAddress(incoming: Incoming): void {
  if (hasName(incoming)) return;
  const written = incoming.sets['emails']?.[0]?.more?.['raw'] ?? '';
  const [, name = ''] = /^"?([^"<>@]+?)"?\s*<[^<>]+>$/.exec(written) ?? [];
  if (name !== '') setName(incoming, name);
}

/** Somebody of whom only the company is known goes by its name. */
function nameAfterOrganisation(incoming: Incoming): void {
  const { fields, roles } = incoming;
  if (!hasName(incoming) && roles[0] !== undefined && incoming.sets['emails'] === undefined)
    fields['fullName'] = roles[0].organisation;
}
