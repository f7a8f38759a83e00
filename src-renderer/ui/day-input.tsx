// A day that is asked for: typed as people write it, or chosen from the calendar, and shown
// as the owner's setting has days. (The browser's own field follows the browser's language.)

import { t } from '@lingui/core/macro';
import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useRef, useState } from 'react';

import { day } from '../../src-shared/fields/day.ts';
import { type Reader, writtenValue } from '../../src-shared/fields/field.ts';
import { wholeWhen } from '../../src-shared/values/when-words.ts';
import { readerZone } from '../data/asking-views.ts';
import { useReader } from '../data/use-reader.ts';
import { afterPress } from './after-press.ts';
import { problemWords } from '../words/value-words.ts';

type Props = Pick<TextInputProps, 'label' | 'aria-label' | 'size' | 'error'> & {
  /** It lies ahead, so “Friday” is the next. */
  isToCome?: boolean;
  /** YYYY-MM-DD; empty where there is none, or none that is understood. */
  value: string;
  onChange: (value: string) => void;
};

const days = day();

export function DayInput({ value, onChange, isToCome = false, ...rest }: Props) {
  const reader = useReader()('', '');
  const calendar = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  const [isLeft, setLeft] = useState(false);
  const isUnclear = typed !== undefined && typed.trim() !== '' && value === '';
  const written = value === '' ? '' : writtenValue(days, value, reader);
  const isInWords = isToCome && typed !== undefined && written !== '' && typed.trim() !== written;
  return (
    <>
      <TextInput
        {...rest}
        {...(isInWords ? { description: written } : {})}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={typed ?? written}
        onChange={({ currentTarget: { value: text } }) => {
          setLeft(false);
          setTyped(text);
          onChange(
            (isToCome ? comingDay(text, reader) : undefined) ?? wholeDay(text, reader) ?? '',
          );
        }}
        onBlur={() =>
          afterPress(() => {
            setLeft(true);
            // Words stay with what was understood: nothing moves below a click on the button.
            if (!isUnclear && !isInWords) setTyped(undefined);
          })
        }
        {...(isLeft && isUnclear ? { error: problemWords('day-not-understood') } : {})}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t`Choose from the calendar`}
            onClick={() => calendar.current?.showPicker()}
          >
            <IconCalendar size={16} />
          </ActionIcon>
        }
      />
      <input
        ref={calendar}
        type="date"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden
        max="9999-12-31"
        value={value}
        onChange={(event) => {
          setTyped(undefined);
          onChange(event.currentTarget.value);
        }}
      />
    </>
  );
}

/** As people say it: “next Tuesday”, “in 2 weeks”. A time has no place here. */
function comingDay(text: string, { language, country }: Reader): string | undefined {
  const asked = { language, country, now: Date.now(), zone: readerZone() };
  const when = wholeWhen(text.trim(), { ...asked, toward: 'future' });
  return when?.time === undefined ? when?.day : undefined;
}

/** A day without its year is of this year. Undefined for what is no whole day. */
function wholeDay(text: string, reader: Reader): string | undefined {
  const read = days.typed(text, reader) ?? '';
  const whole = read.startsWith('--') ? `${new Date().getFullYear()}${read.slice(1)}` : read;
  return /^\d{4}-\d\d-\d\d$/.test(whole) ? whole : undefined;
}
