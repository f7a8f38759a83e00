// Undoes a merge: the one who was merged is a person of their own again. What was changed since
// stays with the other, and is told.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { showRemark, useCommand } from '../../data/use-command.tsx';
import { useFieldLabel } from '../../ui/field-words.ts';
import { commaWords } from '../../words/in-language.ts';

export function TakeApart({ doc: { id, kind } }: { doc: RecordDoc }) {
  const run = useCommand();
  const label = useFieldLabel();
  const takeApart = async (): Promise<void> => {
    const done = await run({ type: 'unmerge', gone: id });
    const stayed = [...new Set((done?.stayed ?? []).map((what) => label(kind, what)))];
    const fields = commaWords(stayed);
    if (stayed.length > 0)
      showRemark(t`Changed since they were merged, and left as it is: ${fields}.`);
  };
  return (
    <Button size="xs" variant="default" onClick={() => void takeApart()}>
      <Trans>Take apart again</Trans>
    </Button>
  );
}
