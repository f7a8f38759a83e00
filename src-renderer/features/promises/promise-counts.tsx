// How many were kept in the last ninety days, in one sentence: each number opens its promises.

import { Trans } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import {
  type Clock,
  countedDays,
  countPromises,
} from '../../../src-shared/query/promise-standing.ts';
import { useDates } from '../../ui/when.tsx';
import type { Shown } from './shown.ts';

type Props = {
  docs: readonly RecordDoc[];
  clock: Clock;
  shown: Shown;
  onShow: (shown: Shown) => void;
};

export function PromiseCountsLine({ docs, clock, shown, onShow }: Props) {
  const { count } = useDates();
  const { kept, of, late, broken } = countPromises(docs, clock);
  if (of.length === 0) return null;
  const opens = (what: Shown) => ({ what, isShown: shown === what, onShow });
  return (
    <Text size="sm">
      <Trans>
        In {count(countedDays)} days kept <Opens {...opens('kept')}>{count(kept.length)}</Opens> of{' '}
        <Opens {...opens('of')}>{count(of.length)}</Opens>,{' '}
        <Opens {...opens('late')}>{count(late.length)}</Opens> late,{' '}
        <Opens {...opens('broken')}>{count(broken.length)}</Opens> broken.
      </Trans>
    </Text>
  );
}

type OpensProps = {
  what: Shown;
  isShown: boolean;
  onShow: (what: Shown) => void;
  children?: ReactNode;
};

const Opens = ({ what, isShown, onShow, children }: OpensProps) => (
  <Anchor
    component="button"
    type="button"
    inherit
    underline="always"
    fw={isShown ? 600 : 400}
    aria-pressed={isShown}
    onClick={() => onShow(what)}
  >
    {children}
  </Anchor>
);
