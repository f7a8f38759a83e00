// What a field of the team's own holds.

import { t } from '@lingui/core/macro';
import { NativeSelect } from '@mantine/core';

import { type OwnFieldType, ownFieldTypes } from '../../src-shared/domain/own-field.ts';
import { say } from '../../src-shared/words/say.ts';

type Props = {
  value: OwnFieldType;
  /** Left out: every type. */
  types?: readonly OwnFieldType[];
  onChange: (type: OwnFieldType) => void;
};

export function TypeSelect({ value, types = ownFieldTypes, onChange }: Props) {
  return (
    <NativeSelect
      label={t`What it holds`}
      data={types.map((type) => ({ value: type, label: say(`field.field.type.${type}`) }))}
      value={value}
      onChange={(event) => {
        const chosen = types.find((type) => type === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    />
  );
}
