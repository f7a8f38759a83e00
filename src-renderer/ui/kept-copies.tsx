// Copies of the book from before, which still hold what was erased, each with its end.

import { Trans } from '@lingui/react/macro';
import { Button, List, Text } from '@mantine/core';
import { useState } from 'react';

import type { KeptCopy } from '../../src-shared/bridge/erase-types.ts';
import { copyWords } from './erasure-words.ts';
import { useDates } from './when.tsx';

const few = 3;

export function KeptCopies({ copies }: { copies: readonly KeptCopy[] }) {
  const dates = useDates();
  const [isAll, setAll] = useState(false);
  if (copies.length === 0) return null;
  const shown = isAll ? copies : copies.slice(0, few);
  const more = copies.length - shown.length;
  return (
    <>
      <Text size="sm" mt="xs">
        <Trans>May still hold it:</Trans>
      </Text>
      <List size="sm" style={{ overflowWrap: 'anywhere' }}>
        {shown.map((copy) => (
          <List.Item key={copy.name}>{copyWords(copy, dates)}</List.Item>
        ))}
      </List>
      {more > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          <Trans>Show {more} more</Trans>
        </Button>
      )}
    </>
  );
}
