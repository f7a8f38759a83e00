// The parts of a postal address, each a field of its own; the single line is put together from them.

import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { SimpleGrid } from '@mantine/core';

import type { SetItem } from '../../src-shared/domain/record.ts';
import { type Saved, TextEdit } from '../ui/text-edit.tsx';

const parts = [
  ['street', msg`Street`],
  ['extended', msg`Flat, floor`],
  ['postalCode', msg`Postcode`],
  ['city', msg`Town`],
  ['region', msg`Region`],
  ['country', msg`Country`],
] as const;

type Props = {
  item: SetItem;
  number: string;
  onSave: (item: SetItem) => Promise<Saved>;
};

export function AddressParts({ item, number, onSave }: Props) {
  const given = item.more ?? {};
  // An address that was written in one line begins as its street: no word of it is lost.
  const hasParts = parts.some(([part]) => (given[part] ?? '') !== '');
  const more: { [part: string]: string } = hasParts ? given : { ...given, street: item.value };
  const save =
    (part: string) =>
    (text: string): Promise<Saved> => {
      const { [part]: _old, ...rest } = more;
      const next: { [part: string]: string } = text === '' ? rest : { ...rest, [part]: text };
      return onSave({ ...item, more: next });
    };
  return (
    <SimpleGrid cols={2} spacing="xs" verticalSpacing={4} mb={8} ml="md">
      {parts.map(([part, label]) => (
        <TextEdit
          key={part}
          size="xs"
          label={`${i18n._(label)}${number}`}
          value={more[part] ?? ''}
          onSave={save(part)}
        />
      ))}
    </SimpleGrid>
  );
}
