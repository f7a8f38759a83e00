// Under a column that goes into a field of the team's own: what the field holds, where it is a
// new one, and how much of the file fits.

import { plural, t } from '@lingui/core/macro';
import { NativeSelect, Text } from '@mantine/core';

import { foldText } from '../../../src-shared/domain/fold.ts';
import {
  importedOwnTypes,
  ownTarget,
  ownTargetPath,
  parseTarget,
} from '../../../src-shared/transfer/import/csv/targets.ts';
import type { ImportField } from '../../../src-shared/transfer/import-types.ts';
import { say } from '../../../src-shared/words/say.ts';
import { listWords, quoted } from '../../words/in-language.ts';

type Props = {
  target: string;
  fields: readonly ImportField[];
  onChange: (target: string) => void;
};

export function OwnOfColumn({ target, fields, onChange }: Props) {
  const made = ownTarget(target);
  const parsed = made === undefined ? parseTarget(target) : undefined;
  const label =
    made?.label ?? (parsed?.type === 'item' && parsed.set === 'custom' ? parsed.label : undefined);
  if (label === undefined) return null;
  const field = fields.find((one) => foldText(one.label.trim()) === foldText(label.trim()));
  return (
    <>
      {made !== undefined && (
        <NativeSelect
          size="xs"
          w={220}
          mt={4}
          aria-label={t`What ${label} holds`}
          data={importedOwnTypes.map((type) => ({
            value: type,
            label: say(`field.field.type.${type}`),
          }))}
          value={made.type}
          onChange={(event) => {
            const type = importedOwnTypes.find((one) => one === event.currentTarget.value);
            if (type !== undefined) onChange(ownTargetPath({ type, label }));
          }}
        />
      )}
      {field !== undefined && (
        <Text size="xs" maw={220} className="dim">
          {fitWords(field)}
        </Text>
      )}
      {made !== undefined && field === undefined && (
        <Text size="xs" maw={220} className="dim">
          {t`There is a field of this name that was put away: it stays another detail. Bring the field back under Fields first.`}
        </Text>
      )}
    </>
  );
}

function fitWords({ fits, misfits, examples }: ImportField): string {
  const fit = plural(fits, { one: '# value fits', other: '# values fit' });
  if (misfits === 0) return fit;
  const such = listWords(examples.map(quoted));
  const left = plural(misfits, {
    one: '# does not and stays another detail',
    other: '# do not and stay other details',
  });
  return t`${fit}; ${left}, such as ${such}`;
}
