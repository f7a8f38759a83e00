// The next and the previous of the list that a record was opened from: two buttons and two keys.

import { msg, plural, t } from '@lingui/core/macro';
import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useRef } from 'react';

import { type Action, useActions } from './actions.tsx';
import { hasFocus, type InList, keepFocusOn, useInList, walkHere } from './list-walk.ts';
import { useDates } from './when.tsx';

/** Posts of a feed have J and K for themselves. */
const hasNoPosts = (): boolean => document.querySelector('[role="feed"]') === null;

type Context = { inList: InList | undefined };

const byKey = (step: (() => void) | undefined): void => {
  keepFocusOn(undefined);
  step?.();
};

/** For the list of keys: those of pages that a list led to. */
export const walkActions: readonly Action<Context>[] = [
  {
    id: 'record.next',
    label: msg`Next in the list`,
    place: msg`on a record’s page`,
    keys: ['J'],
    when: ({ inList }) => inList?.next !== undefined && hasNoPosts(),
    run: ({ inList }) => byKey(inList?.next),
  },
  {
    id: 'record.previous',
    label: msg`Previous in the list`,
    place: msg`on a record’s page`,
    keys: ['K'],
    when: ({ inList }) => inList?.previous !== undefined && hasNoPosts(),
    run: ({ inList }) => byKey(inList?.previous),
  },
];

/** Brackets, too, where posts have the letters. */
const bracketActions: readonly Action<Context>[] = [
  {
    id: 'record.next-by-bracket',
    label: msg`Next in the list`,
    place: msg`on a record’s page with posts`,
    keys: [']'],
    isInPalette: false,
    run: ({ inList }) => byKey(inList?.next),
  },
  {
    id: 'record.previous-by-bracket',
    label: msg`Previous in the list`,
    place: msg`on a record’s page with posts`,
    keys: ['['],
    isInPalette: false,
    run: ({ inList }) => byKey(inList?.previous),
  },
];

export const allWalkActions = [...walkActions, ...bracketActions];

export function NextPrevious({ id }: { id: string }) {
  const inList = useInList(id);
  const { count: number } = useDates();
  useActions(allWalkActions, { inList });
  if (walkHere() === undefined) return null;
  return (
    <Group gap={2} wrap="nowrap" role="group" aria-label={t`In the list`} className="in-list">
      <Step to="previous" inList={inList} />
      <Text size="sm" className="dim" component="span" miw={64} ta="center" aria-live="polite">
        {inList === undefined
          ? ''
          : inList.place === undefined
            ? plural(inList.count, { one: '# in the list', other: '# in the list' })
            : t`${number(inList.place)} of ${number(inList.count)}`}
      </Text>
      <Step to="next" inList={inList} />
    </Group>
  );
}

type StepProps = { to: 'next' | 'previous'; inList: InList | undefined };

function Step({ to, inList }: StepProps) {
  const isFirst = useRef(true);
  const step = inList?.[to];
  const Icon = to === 'next' ? IconChevronDown : IconChevronUp;
  return (
    <ActionIcon
      // The page is another one after each step: whoever goes by the button goes on by it.
      ref={(button) => {
        if (button === null || !isFirst.current) return;
        isFirst.current = false;
        if (!hasFocus(to)) return;
        keepFocusOn(undefined);
        button.focus({ preventScroll: true });
      }}
      variant="subtle"
      color="gray"
      size="md"
      aria-label={to === 'next' ? t`Next in the list` : t`Previous in the list`}
      aria-disabled={step === undefined}
      {...(step === undefined ? { 'data-disabled': true } : {})}
      onClick={() => {
        if (step === undefined) return;
        keepFocusOn(to);
        step();
      }}
    >
      <Icon size={18} />
    </ActionIcon>
  );
}
