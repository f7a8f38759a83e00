// Everything that was said, the newest first. Nothing is taken out of it.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';

import type { Permission } from '../../../src-shared/domain/permission.ts';
import { useDayWords } from '../../data/use-day-words.ts';
import { WhenText } from '../../ui/when.tsx';
import { basisWords, channelWords, purposeWords, stateWords } from '../../words/care-words.ts';
import { commaWords } from '../../words/in-language.ts';

const atOnce = 6;

export function PermissionLog({ log }: { log: readonly Permission[] }) {
  const [limit, setLimit] = useState(atOnce);
  if (log.length === 0) return null;
  const newest = log.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  return (
    <>
      <ul className="plain-list" aria-label={t`What they said`} style={{ marginTop: 8 }}>
        {newest.slice(0, limit).map((one) => (
          <li key={one.id}>
            <Entry said={one} />
          </li>
        ))}
      </ul>
      {newest.length > limit && (
        <Button size="compact-xs" variant="subtle" onClick={() => setLimit(newest.length)}>
          <Trans>Show older</Trans>
        </Button>
      )}
    </>
  );
}

function Entry({ said }: { said: Permission }) {
  const day = useDayWords();
  const { state, purpose, channel, isTakenBack, basis, source, wording, by, until } = said;
  const further = [
    ...(basis === undefined ? [] : [basisWords(basis)]),
    ...(source === '' ? [] : [source]),
    ...(until === undefined ? [] : [t`until ${day(until)}`]),
    ...(by === '' ? [] : [t`written down by ${by}`]),
  ];
  return (
    <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
      <span style={isTakenBack ? { textDecoration: 'line-through' } : {}}>
        <WhenText at={said.at} /> {stateWords(state)}: {purposeWords(purpose)} (
        {channelWords(channel)})
      </span>
      {isTakenBack && (
        <span className="dim">
          {' '}
          <Trans>written by mistake</Trans>
        </span>
      )}
      {further.length > 0 && (
        <span className="dim">
          {' · '}
          <bdi>{commaWords(further)}</bdi>
        </span>
      )}
      {wording !== '' && (
        <span className="dim" style={{ display: 'block' }}>
          <bdi>{t`“${wording}”`}</bdi>
        </span>
      )}
    </Text>
  );
}
