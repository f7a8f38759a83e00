// The words of a post before its author changed them.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { useDates } from '../../../ui/when.tsx';

type Before = { seenAt: number; title?: string; note: string };

export function Earlier({ post }: { post: RecordDoc }) {
  const { dateTime } = useDates();
  const [isShown, setShown] = useState(false);
  const { earlier } = post.fields;
  const versions = Array.isArray(earlier) ? (earlier as unknown as Before[]) : [];
  if (versions.length === 0) return null;
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-expanded={isShown}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? t`Edited · hide what it said before` : t`Edited · show what it said before`}
      </Button>
      {isShown &&
        versions.toReversed().map((version) => (
          <div key={version.seenAt} className="post-earlier">
            <Text size="xs" className="dim">
              <Trans>Until after {dateTime(version.seenAt)}</Trans>
            </Text>
            <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {[version.title, version.note].filter(Boolean).join('\n')}
            </Text>
          </div>
        ))}
    </>
  );
}
