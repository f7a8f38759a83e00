// Until when: typed as people say it (“Friday”, “next week”, “12 March 14:00”), and what was
// understood is said below.

import { t } from '@lingui/core/macro';
import { TextInput } from '@mantine/core';
import { useState } from 'react';

import { type Due, dueOfWhen } from '../../../src-shared/domain/promise-due.ts';
import { day } from '../../../src-shared/fields/day.ts';
import type { Reader } from '../../../src-shared/fields/field.ts';
import { wholeWhen } from '../../../src-shared/values/when-words.ts';
import { readerZone } from '../../data/asking-views.ts';
import { useReader } from '../../data/use-reader.ts';
import { afterPress } from '../../ui/after-press.ts';
import { problemWords } from '../../words/value-words.ts';
import { useDueWords } from './promise-words.ts';
import { useClock } from './use-own-promises.ts';

export type DueTyped = { text: string; due: Due | undefined; isUnclear: boolean };

export const noDue: DueTyped = { text: '', due: undefined, isUnclear: false };

const days = day();

function readDue(text: string, reader: Reader, now: number): Due | undefined {
  const asked = { language: reader.language, country: reader.country, now };
  const when = wholeWhen(text, { ...asked, zone: readerZone(), toward: 'future' });
  if (when !== undefined) return dueOfWhen(when);
  // A day of no year may be of any.
  const read = days.typed(text, reader);
  if (read === undefined || read.startsWith('--')) return undefined;
  return { day: read, precision: read.length === 10 ? 'day' : 'month' };
}

type Props = {
  label: string;
  value: DueTyped;
  onChange: (value: DueTyped) => void;
};

export function DueField({ label, value, onChange }: Props) {
  const reader = useReader()('promise', 'due');
  const words = useDueWords();
  const clock = useClock();
  const [isLeft, setLeft] = useState(false);
  const { text, due, isUnclear } = value;
  return (
    <TextInput
      label={label}
      placeholder={t`such as Friday, next week or 12 March`}
      value={text}
      onChange={({ currentTarget: { value: typed } }) => {
        setLeft(false);
        const read = typed.trim() === '' ? undefined : readDue(typed.trim(), reader, Date.now());
        onChange({
          text: typed,
          due: read,
          isUnclear: typed.trim() !== '' && read === undefined,
        });
      }}
      onBlur={() => afterPress(() => setLeft(true))}
      {...(due === undefined ? {} : { description: words(due, clock) })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...(isLeft && isUnclear ? { error: problemWords('day-not-understood') } : {})}
    />
  );
}
