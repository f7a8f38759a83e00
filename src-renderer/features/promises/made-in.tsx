// What a promise was made in: leads to the call or message.

import { Anchor } from '@mantine/core';

import { momentKindOf } from '../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { textOf } from '../../data/text-of.ts';
import { useRecord } from '../../data/use-records.ts';
import { labelOf } from '../../kinds/kinds.ts';
import { momentPath } from '../../kinds/moments.tsx';
import { useDates } from '../../ui/when.tsx';
import { commaWords } from '../../words/in-language.ts';

export function MadeIn({ doc }: { doc: RecordDoc }) {
  const { date } = useDates();
  const id = textOf(doc, 'madeIn');
  const moment = useRecord('moments', id === '' ? undefined : id);
  if (!moment || moment.status !== 'live') return null;
  return (
    <>
      {' · '}
      <Anchor href={`#${momentPath(moment.id)}`} inherit>
        {commaWords([labelOf(momentKindOf(moment)), date(moment.at)])}
      </Anchor>
    </>
  );
}
