// Six digits that both screens must show: large, and read out digit by digit.

import { t } from '@lingui/core/macro';
import { Text } from '@mantine/core';

export function MatchingCode({ code }: { code: string }) {
  return (
    <Text
      component="output"
      aria-label={t`Matching code`}
      fz={34}
      fw={600}
      dir="ltr"
      ff="monospace"
      lts={2}
    >
      {code}
    </Text>
  );
}
