// Whether the team gets what is on this laptop already, asked before it belongs to one.

import { t } from '@lingui/core/macro';
import { Radio, Stack } from '@mantine/core';

export type Share = 'everything' | 'nothing';

type Props = { value: Share; onChange: (share: Share) => void };

export function ShareChoice({ value, onChange }: Props) {
  return (
    <Radio.Group
      label={t`What is in Rapport on this laptop already`}
      description={t`What the team has seen cannot be taken back`}
      value={value}
      onChange={(chosen) => onChange(chosen as Share)}
    >
      <Stack gap={6} mt={4}>
        <Radio value="everything" label={t`Share it with the team`} />
        <Radio
          value="nothing"
          label={t`Keep it private to this laptop; people are shared one by one`}
        />
      </Stack>
    </Radio.Group>
  );
}
