// What something is written for: whoever has not allowed that is left out.

import { t } from '@lingui/core/macro';
import { Select } from '@mantine/core';

import { type Purpose, purposes } from '../../../src-shared/domain/permission.ts';
import { purposeWords } from '../../words/care-words.ts';

type Props = { purpose: Purpose; onTake: (purpose: Purpose) => void };

export const PurposeChoice = ({ purpose, onTake }: Props) => (
  <Select
    label={t`What it is for`}
    allowDeselect={false}
    data={purposes.map((value) => ({ value, label: purposeWords(value) }))}
    value={purpose}
    onChange={(next) => onTake(purposes.find((one) => one === next) ?? purpose)}
  />
);
