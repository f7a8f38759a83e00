// What was erased on this laptop, and what has not been reached yet.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { List, Text } from '@mantine/core';

import type { Erasure } from '../../../src-shared/bridge/erase-types.ts';
import { useErasures } from '../../data/use-erasure.ts';
import { useIsInTeam } from '../../data/team-rest.tsx';
import { OutOfReach } from '../../ui/confirm-erase.tsx';
import { countWords } from '../../ui/erasure-words.ts';
import { KeptCopies } from '../../ui/kept-copies.tsx';
import { Section } from '../../ui/section.tsx';
import { useDates } from '../../ui/when.tsx';
import { listWords } from '../../words/in-language.ts';

/** Of more it is hardly ever asked. */
const mostShown = 20;

export function Erased() {
  const found = useErasures();
  const isInTeam = useIsInTeam();
  if (found === undefined || found.erasures.length === 0) return null;
  const { erasures, copies, outOfReach } = found;
  const isShared = erasures.some(({ counts }) => counts.isShared);
  return (
    <Section title={t`Erased for good`}>
      <List size="sm" listStyleType="none">
        {erasures.slice(0, mostShown).map((erasure) => (
          <List.Item key={erasure.at}>
            <Line erasure={erasure} />
          </List.Item>
        ))}
      </List>
      {isShared && isInTeam && (
        <Text size="sm" mt="xs">
          <Trans>Of what was shared, backups on teammates’ laptops hold it until replaced.</Trans>
        </Text>
      )}
      {isShared && <OutOfReach names={outOfReach} />}
      <KeptCopies copies={copies} />
    </Section>
  );
}

function Line({ erasure: { at, counts, waiting } }: { erasure: Erasure }) {
  const { dateTime } = useDates();
  const words = countWords(counts);
  return (
    <>
      <Text size="sm">
        <Trans>
          {dateTime(at)}: {words}
        </Trans>
      </Text>
      {waiting.length > 0 && (
        <Text size="sm" className="dim">
          <Trans>Not confirmed yet by the laptop of {listWords(waiting)}.</Trans>
        </Text>
      )}
    </>
  );
}
