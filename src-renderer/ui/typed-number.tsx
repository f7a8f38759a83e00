// Before something that is hard to take back is done to very many: their number is typed.

import { t } from '@lingui/core/macro';
import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

import { count as countField } from '../../src-shared/fields/number.ts';
import { useReader } from '../data/use-reader.ts';
import { useDates } from './when.tsx';

/** Up to so many a click is enough. */
export const mostAtAClick = 50;

type Props = { isNeeded: boolean; count: number; onSure: (isSure: boolean) => void };

/** Shows nothing, and is sure, where a click is enough. */
export function TypedNumber({ isNeeded, count, onSure }: Props) {
  const reader = useReader()('', '');
  const { count: countText } = useDates();
  const [typed, setTyped] = useState('');
  const isAsked = isNeeded && count > mostAtAClick;
  const isSure = !isAsked || countField().typed(typed, reader) === count;
  useEffect(() => onSure(isSure), [isSure, onSure]);
  if (!isAsked) return null;
  const many = countText(count);
  return (
    <TextInput
      label={t`That is very many. Type ${many} to go on.`}
      inputMode="numeric"
      autoComplete="off"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
