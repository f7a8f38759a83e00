// One action: what was done to whom, by whom and when; one's own can be taken back. What others
// did is drawn quieter and is not touched.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';

import type { ToldAction } from '../../../src-shared/bridge/history-types.ts';
import { useCommand } from '../../data/use-command.tsx';
import { Touched, touchedName } from '../../kinds/touched.tsx';
import { actionWords } from './action-words.ts';
import { WhoWhen } from './who-when.tsx';

/** What can be taken back from here. */
export const canUndo = ({ action, isOwn, isUndone }: ToldAction): boolean =>
  action !== null && isOwn && !isUndone;

type Props = { action: ToldAction; onBackTo: (action: ToldAction) => void };

export function ActionRow({ action, onBackTo }: Props) {
  const run = useCommand();
  const [isOpen, { toggle }] = useDisclosure(false);
  const words = actionWords(action, touchedName);
  const id = action.action;
  return (
    <li className="history-row" data-others={!action.isOwn || undefined}>
      <Group wrap="nowrap" align="start" justify="space-between" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" td={action.isUndone ? 'line-through' : undefined}>
            {words}
          </Text>
          <WhoWhen action={action} row={null} isShort />
        </div>
        <Group gap={4} wrap="nowrap" style={{ flexShrink: 0 }}>
          {action.made + action.changed > 0 && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-expanded={isOpen}
              aria-label={
                isOpen ? t`Hide what it touched: ${words}` : t`Show what it touched: ${words}`
              }
              onClick={toggle}
            >
              {isOpen ? t`Hide` : t`Show`}
            </Button>
          )}
          {canUndo(action) && id !== null && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t`Undo: ${words}`}
              onClick={() => void run({ type: 'undo', action: id })}
            >
              <Trans>Undo</Trans>
            </Button>
          )}
          {action.isOwn && action.isUndone && id !== null && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t`Do it again: ${words}`}
              onClick={() => void run({ type: 'redo', action: id })}
            >
              <Trans>Do it again</Trans>
            </Button>
          )}
          {action.isOwn && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  color="gray"
                  aria-label={t`More about: ${words}`}
                >
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => onBackTo(action)}>
                  <Trans>Go back to here</Trans>
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      </Group>
      {isOpen && <Touched n={action.n} />}
    </li>
  );
}
