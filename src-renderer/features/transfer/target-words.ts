// What the targets of an import's columns are called.

import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';

import { foldText } from '../../../src-shared/domain/fold.ts';
import type { OwnFieldType } from '../../../src-shared/domain/own-field.ts';
import { person } from '../../../src-shared/domain/person.ts';
import type { AnyField } from '../../../src-shared/fields/field.ts';
import {
  ownTarget,
  ownTargetPath,
  parseTarget,
  type Target,
} from '../../../src-shared/transfer/import/csv/targets.ts';
import { ownRolePart } from '../../../src-shared/transfer/rapport-role.ts';
import { fieldLabel } from '../../ui/field-words.ts';
import { labelWords, withLabel } from '../../words/value-words.ts';

/** Fields of a person that a column can go to, as the declaration has them. */
const declared = Object.entries<AnyField>(person.fields).filter(
  ([, { hidden, place }]) => hidden !== true && place !== 'elsewhere',
);

/** `fields` come by their own names, after what has no field of its own. */
const targetGroups: {
  group: MessageDescriptor;
  items: [string, MessageDescriptor][];
  fields?: readonly string[];
}[] = [
  {
    group: msg`Name`,
    items: [['name', msg`Whole name`]],
    fields: declared.filter(([, { type }]) => type === 'person-name').map(([field]) => field),
  },
  {
    group: msg`Contact`,
    items: [
      ['email', msg`E-mail`],
      ['email:work', msg`E-mail (work)`],
      ['email:home', msg`E-mail (home)`],
      ['phone', msg`Phone`],
      ['phone:mobile', msg`Phone (mobile)`],
      ['phone:work', msg`Phone (work)`],
      ['phone:home', msg`Phone (home)`],
      ['link', msg`Link`],
      ['address', msg`Address in one line`],
      ['address.street', msg`Street`],
      ['address.city', msg`City`],
      ['address.region', msg`State or region`],
      ['address.postalCode', msg`Postal code`],
      ['address.country', msg`Country`],
    ],
  },
  {
    group: msg`Work`,
    items: [
      ['org.name', msg`Organisation`],
      ['org.title', msg`Job title`],
      ['org.department', msg`Department`],
      ['org.start', msg`In the role since`],
      ['org.until', msg`In the role until`],
    ],
  },
  {
    group: msg`More`,
    items: [
      ['tags', msg`Tags`],
      ['note', msg`Note`],
    ],
    fields: declared.filter(([, { type }]) => type !== 'person-name').map(([field]) => field),
  },
];

/** `header` of the column; `own`: names of the team's own fields, `type` what one of it would hold. */
/** `own`: the fields there are, by their names and as they are shown. */
type OfColumn = {
  header: string;
  own: readonly { name: string; label: string }[];
  type: OwnFieldType | undefined;
};

/** Every target by its words; the present one is added where it has none. */
export function targetOptions(present: string, column?: OfColumn) {
  const known = targetGroups.map(({ group, items, fields = [] }) => ({
    group: i18n._(group),
    items: [
      ...items.map(([value, label]) => ({ value, label: i18n._(label) })),
      ...fields.map((field) => ({ value: field, label: fieldLabel('person', field) })),
    ],
  }));
  const ownFields = ownFieldOptions(present, column);
  const offered = [...known, ...ownFields];
  const isKnown =
    present === '' || offered.some(({ items }) => items.some((item) => item.value === present));
  const own = isKnown
    ? []
    : [
        {
          group: t`This column`,
          items: [{ value: present, label: ownWords(present) }],
        },
      ];
  return [
    { group: t`Nowhere`, items: [{ value: '', label: t`Not imported` }] },
    ...own,
    ...ownFields,
    ...known,
  ];
}

/** Those there are, by the name under which a detail finds them, and a new one of the column's. */
function ownFieldOptions(present: string, column: OfColumn | undefined) {
  if (column === undefined) return [];
  const { header, own, type = 'text' } = column;
  const chosen = ownTarget(present);
  const names = new Set(own.map(({ name }) => foldText(name)));
  const detail = foldText(/^custom:([^]*)$/.exec(present)?.[1]?.trim() ?? '');
  const there = own.map(({ name, label }) => ({
    value: foldText(name) === detail ? present : `custom:${name}`,
    label,
  }));
  const label = header.trim().slice(0, 200);
  const isFree = label !== '' && !names.has(foldText(label));
  const made = chosen ?? (isFree ? { type, label } : undefined);
  if (made === undefined && there.length === 0) return [];
  const group = t`Fields of your own`;
  const fresh =
    made === undefined ? [] : [{ value: ownTargetPath(made), label: t`New field: ${made.label}` }];
  return [{ group, items: [...fresh, ...there] }];
}

/** A target that is not offered, such as `phone:pager` or `email#2.label`. */
function ownWords(path: string): string {
  const target = parseTarget(path);
  if (target?.type !== 'item') return target === undefined ? path : otherWords(target);
  if (target.set === 'custom' && target.part === 'value') {
    const label = labelWords(target.label);
    return t`Other detail: ${label}`;
  }
  const name = fieldLabel('person', target.set);
  const [number = ''] = target.slot.split(':');
  const named = withLabel(number === '' ? name : t`${name} ${number}`, target.label);
  if (target.part === 'value') return named;
  const part = partWords(target.part);
  return t`${named}: ${part}`;
}

const wholeRow = {
  name: msg`Whole name`,
  note: msg`Note`,
  tags: msg`Tags`,
  labels: msg`Tags`,
  scope: msg`Private or shared`,
  'record-id': msg`Rapport’s own number for it`,
  'is-company': msg`Whether it is a company`,
  ignore: msg`Not imported`,
} as const;
const ofBirth = {
  year: msg`Birthday: year`,
  month: msg`Birthday: month`,
  day: msg`Birthday: day`,
} as const;

/** What goes to no set of the person. */
function otherWords(target: Exclude<Target, { type: 'item' }>): string {
  switch (target.type) {
    case 'field':
    case 'json':
      return fieldLabel('person', target.field);
    case 'organisation':
      return t`Organisation: ${fieldLabel('organisation', target.field)}`;
    case 'birth':
      return i18n._(ofBirth[target.part]);
    case 'org':
      return roleWords(target.slot, target.part);
    default:
      return i18n._(wholeRow[target.type]);
  }
}

function roleWords(number: string, part: string): string {
  const known = targetGroups
    .flatMap(({ items }) => items)
    .find(([value]) => value === `org.${part}`);
  const words =
    known !== undefined
      ? i18n._(known[1])
      : part === 'id'
        ? i18n._(wholeRow['record-id'])
        : part.startsWith(ownRolePart)
          ? part.slice(ownRolePart.length)
          : fieldLabel('tie', part);
  return number === '' ? words : t`Role ${number}: ${words}`;
}

const otherParts: { readonly [part: string]: MessageDescriptor } = {
  label: msg`label`,
  kind: msg`label`,
  raw: msg`as written`,
  ext: msg`extension`,
  extended: msg`further line`,
  poBox: msg`post-office box`,
  network: msg`network`,
  service: msg`service`,
  url: msg`web address`,
  id: msg`Rapport’s own number for it`,
};

function partWords(part: string): string {
  const known = targetGroups
    .flatMap(({ items }) => items)
    .find(([value]) => value === `address.${part}`);
  if (known !== undefined) return i18n._(known[1]);
  const other = otherParts[part];
  return other === undefined ? part : i18n._(other);
}
