// How much of what is there fits a field of the team's own, before anything is done.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';

import type { Failure } from '../../src-shared/domain/result.ts';
import type { GatherCounts } from '../../src-shared/records/intents/gather.ts';
import { errorWords } from '../words/host-words.ts';
import { listWords, quoted } from '../words/in-language.ts';

type Props = {
  answer: { value: GatherCounts } | { failure: Failure } | undefined;
  /** What becomes of what does not fit. */
  kept: (misfits: number) => string;
};

export function FitCounts({ answer, kept }: Props) {
  return (
    <div aria-live="polite">
      {answer === undefined ? (
        <Text size="sm" className="dim">
          <Trans>Counting …</Trans>
        </Text>
      ) : 'failure' in answer ? (
        <Text size="sm" c="red">
          {errorWords(answer.failure)}
        </Text>
      ) : (
        <Counted counts={answer.value} kept={kept} />
      )}
    </div>
  );
}

function Counted({ counts, kept }: { counts: GatherCounts; kept: Props['kept'] }) {
  const { records, fits, misfits, examples } = counts;
  const such = listWords(examples.map((text) => quoted(text.slice(0, 60))));
  if (records === 0)
    return (
      <Text size="sm">
        <Trans>Nothing is filled in.</Trans>
      </Text>
    );
  return (
    <>
      <Text size="sm">{plural(fits, { one: '# value fits.', other: '# values fit.' })}</Text>
      {misfits > 0 && (
        <>
          <Text size="sm">{kept(misfits)}</Text>
          <Text size="sm" className="dim" style={{ overflowWrap: 'anywhere' }}>
            {t`For example ${such}`}
          </Text>
        </>
      )}
    </>
  );
}
