// Somebody has been written to or called as often as the team allows itself: by whom, and when.

import { plural, t } from '@lingui/core/macro';
import { Alert, Text } from '@mantine/core';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { useNameOf } from '../../../data/team-rest.tsx';
import { kindLabel } from '../../../kinds/kinds.ts';
import { WhenText } from '../../../ui/when.tsx';

const mostShown = 5;

export function EnoughAlert({ found }: { found: readonly RecordDoc[] }) {
  const nameOf = useNameOf();
  const count = found.length;
  return (
    <Alert color="yellow">
      {plural(count, {
        0: 'They are to be contacted only when they ask.',
        one: 'They have had enough for now: # contact by us in 30 days.',
        other: 'They have had enough for now: # contacts by us in 30 days.',
      })}
      {count > 0 && (
        <ul className="plain-list" aria-label={t`Contacts by us in 30 days`}>
          {found.slice(0, mostShown).map((moment) => (
            <li key={moment.id}>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                <WhenText at={moment.at} /> · {kindLabel(moment)} · {nameOf(moment.origin)}:{' '}
                <bdi>{moment.name}</bdi>
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
