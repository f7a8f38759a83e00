// What changed since somebody looked last on this laptop: by teammate, and what was done to
// what kind of record.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Text } from '@mantine/core';

import type { NewsOf } from '../../../src-shared/bridge/history-types.ts';
import { useHistory } from '../../data/use-history.ts';
import { useNameOf } from '../../data/team-rest.tsx';
import { labelOf } from '../../kinds/kinds.ts';
import { commaWords } from '../../words/in-language.ts';

export function Away({ seen }: { seen: number }) {
  const nameOf = useNameOf();
  const told = useHistory('history.away', { since: seen });
  if (told === undefined || told.teammates.length === 0) return null;
  return (
    <Alert title={t`Since you last looked`} color="rapport" style={{ flexShrink: 0 }}>
      <ul className="plain-list" style={{ margin: 0, padding: 0 }}>
        {told.teammates.map((one) => {
          const name = nameOf(one);
          const what = commaWords(one.kinds.map(kindWords));
          return (
            <li key={one.device}>
              <Text size="sm">
                <Trans>
                  <bdi>{name}</bdi>: {what}
                </Trans>
              </Text>
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}

function kindWords({ kind, made, changed }: NewsOf['kinds'][number]): string {
  const label = labelOf(kind);
  const parts = [
    ...(made > 0 ? [plural(made, { one: '# added', other: '# added' })] : []),
    ...(changed > 0 ? [plural(changed, { one: '# changed', other: '# changed' })] : []),
  ];
  const counts = commaWords(parts);
  return t`${label} (${counts})`;
}
