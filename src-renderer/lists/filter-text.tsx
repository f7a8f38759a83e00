// Words of a condition as they are typed: what is there in the field comes up with how many
// have it, those that most have first. Of several with commas it is about the last.

import { t } from '@lingui/core/macro';
import { Autocomplete } from '@mantine/core';
import { useState } from 'react';

import { type Place, typeOf } from '../../src-shared/query/places.ts';
import type { SuggestedValue } from '../../src-shared/query/suggest.ts';
import { useFieldValues } from '../data/use-field-values.ts';
import { TagWord } from '../ui/tag-word.tsx';
import { useDates } from '../ui/when.tsx';
import { everythingIn, type ListKind, wholeView } from './list-kind.ts';

type Props = {
  label: string;
  kind: ListKind;
  field: string;
  place: Place;
  isList: boolean;
  value: string;
  onChange: (value: string) => void;
};

export function FilterText({ label, kind, field, place, isList, value, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { count: number } = useDates();
  const { before, last, listed } = isList ? inParts(value) : whole(value);
  // Nobody looks for a whole note.
  const isWanted = isOpen && typeOf(place) !== 'long-text';
  const found = useFieldValues(wholeView(kind, everythingIn(kind)), field, last.trim(), isWanted);
  const offered = new Map(
    found.flatMap((one): [string, SuggestedValue][] => {
      const isSame = one.value === last.trim() || listed.includes(one.value);
      const cannot = isList && one.value.includes(',');
      return isSame || cannot ? [] : [[before + one.value, one]];
    }),
  );
  const isTag = place.at === 'set' && place.name === 'tags';
  return (
    <Autocomplete
      label={label}
      placeholder={isList ? t`Several with commas` : undefined}
      data={[...offered.keys()]}
      // The host has chosen and ordered them.
      filter={({ options }) => options}
      openOnFocus={false}
      dropdownOpened={isOpen && offered.size > 0}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      // An answer that is still on its way opens nothing.
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => event.key === 'Enter' && setOpen(false)}
      comboboxProps={{ withinPortal: false }}
      renderOption={({ option }) => {
        const one = offered.get(option.value);
        if (one === undefined) return option.value;
        return (
          <span className="suggestion">
            {isTag ? <TagWord tag={one.value} /> : <bdi className="cell">{one.value}</bdi>}
            <span className="quick-count">{number(one.count)}</span>
          </span>
        );
      }}
      value={value}
      onChange={onChange}
    />
  );
}

type Parts = { before: string; last: string; listed: readonly string[] };

const whole = (value: string): Parts => ({ before: '', last: value, listed: [] });

/** What stands before the last comma, and what is typed behind it. */
function inParts(value: string): Parts {
  const comma = value.lastIndexOf(',');
  const before = value.slice(0, comma + 1).trim();
  return {
    before: before === '' ? '' : `${before} `,
    last: value.slice(comma + 1),
    listed: before.split(',').map((one) => one.trim()),
  };
}
