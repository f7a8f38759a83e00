// The feet of the columns: chosen at the foot itself, kept with the columns, shown for the
// whole list and for each of its groups.

import { t } from '@lingui/core/macro';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconSum } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { GroupKey } from '../../src-shared/query/answers.ts';
import { type Place, resolveReference } from '../../src-shared/query/places.ts';
import { useFeet } from '../data/use-feet.ts';
import { useKinds } from '../data/known-kinds.tsx';
import { useReader } from '../data/use-reader.ts';
import type { GridColumn } from '../ui/virtual-grid.tsx';
import { type FootKind, footKinds, footName, footText } from './foot-words.ts';
import { groupName } from './group-layout.ts';
import { columnsIn } from './view-columns.ts';
import type { ListView } from './use-list-view.ts';

type Column = GridColumn<RecordDoc>;

export type ColumnFeet = {
  /** The columns of the list, each with its foot. */
  columns: Column[];
  /** What stands below a group's columns, by their names. */
  ofGroup: (keys: readonly GroupKey[]) => { readonly [name: string]: ReactNode };
};

/** `columns`: the name's, then those of the view in their order. */
export function useColumnFeet(
  list: ListView,
  columns: readonly Column[],
  isWanted = true,
): ColumnFeet {
  const { kind: of, view, whole, setColumns } = list;
  const kinds = useKinds();
  const { language } = useReader()('', '');
  const fields = columnsIn(view, of.usualColumns);
  const kindOf = (field: string, place: Place): FootKind | undefined => {
    const chosen = view.columns.find((one) => one.field === field)?.footer;
    return footKinds(place).find((one) => one === chosen);
  };
  const footed = fields.flatMap((field, at) => {
    const place = resolveReference(kinds, list.view.of, field)?.place;
    const column = columns[at + 1];
    return !isWanted || place === undefined || column === undefined
      ? []
      : [{ field, place, name: column.name, kind: kindOf(field, place) }];
  });
  const feet = useFeet(
    whole,
    footed.flatMap(({ field, kind }) => (kind === undefined ? [] : [field])),
  );
  const choose = (field: string, footer: FootKind | undefined): void =>
    setColumns(
      fields.map((one) => {
        const { footer: before, ...rest } = view.columns.find((old) => old.field === one) ?? {
          field: one,
        };
        const next = one === field ? footer : before;
        return next === undefined ? rest : { ...rest, footer: next };
      }),
    );
  const textOf = (field: string, kind: FootKind, place: Place, keys: readonly GroupKey[]) => {
    const name = groupName(keys);
    const foot = feet[field]?.find(({ group }) => groupName(group) === name);
    return foot === undefined ? '' : footText(kind, foot, place, language);
  };
  return {
    columns: columns.map((column) => {
      const found = footed.find(({ name }) => name === column.name);
      if (found === undefined) return column;
      const { field, place, kind, name } = found;
      const text = kind === undefined ? '' : textOf(field, kind, place, []);
      return {
        ...column,
        foot: (
          <FootCell
            name={name}
            place={place}
            kind={kind}
            text={text}
            onChoose={(next) => choose(field, next)}
          />
        ),
      };
    }),
    ofGroup: (keys) =>
      Object.fromEntries(
        footed.flatMap(({ field, place, kind, name }) =>
          kind === undefined ? [] : [[name, textOf(field, kind, place, keys)] as const],
        ),
      ),
  };
}

type FootProps = {
  name: string;
  place: Place;
  kind: FootKind | undefined;
  text: string;
  onChoose: (kind: FootKind | undefined) => void;
};

const none = 'none';

function FootCell({ name, place, kind, text, onChoose }: FootProps) {
  return (
    <Menu position="top-start">
      <Menu.Target>
        <UnstyledButton className="foot-cell" aria-label={footLabel(name, place, kind, text)}>
          {kind === undefined ? (
            <IconSum size={14} aria-hidden />
          ) : (
            <>
              <span className="dim">{footName(kind, place)}</span> <b>{text}</b>
            </>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={kind ?? none}
          onChange={(value) => onChoose(footKinds(place).find((one) => one === value))}
        >
          {[undefined, ...footKinds(place)].map((one) => (
            <Menu.RadioItem key={one ?? none} value={one ?? none} closeMenuOnClick>
              {one === undefined ? t`Nothing` : footName(one, place)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

function footLabel(name: string, place: Place, kind: FootKind | undefined, text: string): string {
  if (kind === undefined) return t`Below ${name}: nothing`;
  const what = footName(kind, place);
  return t`Below ${name}: ${what} ${text}`;
}
