// Whether the team gets what is on this laptop already, asked before it belongs to one.

import { t } from '@lingui/core/macro';
import { Radio, Stack } from '@mantine/core';

export type Share = 'everything' | 'nothing';

/** `former`: the name of the team that this laptop was in before. */
type Props = { value: Share; former?: string | undefined; onChange: (share: Share) => void };

export function ShareChoice({ value, former, onChange }: Props) {
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
          description={
            former === undefined
              ? undefined
              : t`If it is “${former}” again that lets you in: what it has already stays the team’s, with your changes. What you added since stays private.`
          }
        />
      </Stack>
    </Radio.Group>
  );
}
