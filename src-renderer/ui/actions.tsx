// What can be done, declared once: its name, its key, when it is offered and what it does.
// Buttons, menus, the palette and the list of keys are drawn from the declaration.

import { i18n, type MessageDescriptor } from '@lingui/core';
import { Button, type ButtonProps, Menu } from '@mantine/core';
import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import { type ComponentType, useEffect, useRef } from 'react';

import { openActions } from '../data/open-actions.ts';
import { useChangedKeys } from '../data/use-changed-keys.ts';
import { type ChangedKeys, keysOf } from './changed-keys.ts';
import { isKeyOfPage } from './covered.ts';

/** `Context`: what it works on, such as a record or the people who are ticked. */
export type Action<Context> = {
  id: string;
  label: MessageDescriptor;
  /** Where its key works, for the list of keys; everywhere if not given. */
  place?: MessageDescriptor;
  /** Outside of text fields and while nothing lies over the page, as useHotkeys reads it: `mod+Z`. The first is the one shown. */
  keys?: readonly string[];
  /** Its keys work in text fields, too. */
  isInFields?: boolean;
  /** false: only by its button or key. */
  isInPalette?: boolean;
  isDangerous?: boolean;
  /** Of a record: a button at the top of its page, not in its menu. */
  isButton?: boolean;
  /** Drawn less prominently than the others. */
  isQuiet?: boolean;
  when?: (context: Context) => boolean;
} & (
  | { run: (context: Context) => void }
  /** Asks for more than a click: stands where its button would. */
  | { Control: ComponentType<{ context: Context }> }
);

export const offered = <Context,>(
  actions: readonly Action<Context>[],
  context: Context,
): Action<Context>[] => actions.filter(({ when }) => when?.(context) !== false);

/** While this is shown the actions answer to their keys and stand in the palette. */
export function useActions<Context>(actions: readonly Action<Context>[], context: Context): void {
  const changed = useChangedKeys();
  const latest = useRef(context);
  useEffect(() => {
    latest.current = context;
  });
  useEffect(() => {
    // Asked when the palette opens, so that a change of the page costs nothing before.
    return openActions.add(() =>
      offered(actions, latest.current).flatMap((action) => {
        if (!('run' in action) || action.isInPalette === false) return [];
        const [keys] = keysOf(action, changed);
        return [
          {
            id: action.id,
            label: i18n._(action.label),
            ...(keys === undefined ? {} : { keys }),
            run: () => action.run(latest.current),
          },
        ];
      }),
    );
  }, [actions, changed]);
  useHotkeys(hotkeys(actions, context, changed), []);
}

/** A box to tick has no use for letters. */
const takesText = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.matches('input:not([type="checkbox"]), textarea, select');

const hotkeys = <Context,>(
  actions: readonly Action<Context>[],
  context: Context,
  changed: ChangedKeys,
): HotkeyItem[] =>
  actions.flatMap((action) =>
    'run' in action
      ? keysOf(action, changed).map((key): HotkeyItem => [
          key,
          (event) => {
            if (action.isInFields !== true && takesText(event)) return;
            event.preventDefault();
            if (isKeyOfPage() && action.when?.(context) !== false) action.run(context);
          },
          { preventDefault: false },
        ])
      : [],
  );

type Props<Context> = { actions: readonly Action<Context>[]; context: Context };

export function ActionButtons<Context>({
  actions,
  context,
  size,
}: Props<Context> & Required<Pick<ButtonProps, 'size'>>) {
  return offered(actions, context).map((action) => {
    if ('Control' in action) return <action.Control key={action.id} context={context} />;
    return (
      <Button
        key={action.id}
        size={size}
        variant={action.isQuiet === true ? 'subtle' : 'default'}
        {...(action.isDangerous === true ? { color: 'red' } : {})}
        onClick={() => action.run(context)}
      >
        {i18n._(action.label)}
      </Button>
    );
  });
}

export function ActionItems<Context>({ actions, context }: Props<Context>) {
  return offered(actions, context).map((action) => {
    if ('Control' in action) return <action.Control key={action.id} context={context} />;
    return (
      <Menu.Item
        key={action.id}
        {...(action.isDangerous === true ? { color: 'red' } : {})}
        onClick={() => action.run(context)}
      >
        {i18n._(action.label)}
      </Menu.Item>
    );
  });
}
