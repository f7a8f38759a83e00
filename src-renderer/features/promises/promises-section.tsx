// On the page of a person or a group: what is promised between us, open and settled.

import { plural, t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { Section } from '../../ui/section.tsx';
import { PromiseList } from './promise-list.tsx';
import { useOwnPromises } from './use-own-promises.ts';
import { usePromiseActs } from './use-promise-acts.tsx';

export function PromisesSection({ doc }: { doc: RecordDoc }) {
  const promises = useOwnPromises(doc);
  const acts = usePromiseActs();
  const [areShown, show] = useState(false);
  if (promises === undefined) return null;
  const { open, settled, ids, clock } = promises;
  if (open.length + settled.length === 0) return null;
  const shared = { own: ids, clock, acts };
  return (
    <Section title={t`Promises`}>
      {open.length > 0 && <PromiseList label={t`Open promises`} promises={open} {...shared} />}
      {settled.length > 0 && (
        <Button
          variant="subtle"
          size="compact-xs"
          aria-expanded={areShown}
          onClick={() => show(!areShown)}
        >
          {plural(settled.length, { one: '# settled', other: '# settled' })}
        </Button>
      )}
      {areShown && <PromiseList label={t`Settled promises`} promises={settled} {...shared} />}
      {acts.dialog}
    </Section>
  );
}
