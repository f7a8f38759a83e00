// A block of a page with its handle: dragged to another place, or moved and hidden by a menu.

import { i18n, type MessageDescriptor } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';

import type { Placed } from './arranged.ts';
import type { Layout } from './use-page-layout.ts';

type Block = Placed & { name?: MessageDescriptor };

type Props = {
  section: Block;
  layout: Layout<Block>;
  /** The block that is being dragged. */
  dragged: string | undefined;
  onDrag: (id: string | undefined) => void;
  children: ReactNode;
};

export function Movable({ section: { id, name }, layout, dragged, onDrag, children }: Props) {
  const [side, setSide] = useState<'before' | 'after'>();
  if (name === undefined) return children;
  const isTarget = dragged !== undefined && dragged !== id;
  const over = (event: DragEvent<HTMLElement>): void => {
    if (!isTarget) return;
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    setSide(event.clientY < top + height / 2 ? 'before' : 'after');
  };
  const drop = (event: DragEvent): void => {
    if (!isTarget) return;
    event.preventDefault();
    layout.move(dragged, id, side ?? 'before', t`It was moved to another place.`);
    setSide(undefined);
    onDrag(undefined);
  };
  return (
    <div
      className="movable"
      data-block={id}
      role="presentation"
      data-drop={isTarget ? side : undefined}
      data-dragged={dragged === id || undefined}
      onDragOver={over}
      onDragLeave={() => setSide(undefined)}
      onDrop={drop}
    >
      {children}
      <Handle id={id} name={i18n._(name)} layout={layout} onDrag={onDrag} />
    </div>
  );
}

type HandleProps = {
  id: string;
  name: string;
  layout: Layout<Block>;
  onDrag: (id: string | undefined) => void;
};

function Handle({ id, name, layout, onDrag }: HandleProps) {
  const step = (by: 1 | -1) => {
    const next = layout.next(id, by);
    if (next === undefined) return undefined;
    const what = by === 1 ? t`${name} was moved down.` : t`${name} was moved up.`;
    return () => layout.move(id, pastEmpty(next, by), by === 1 ? 'after' : 'before', what);
  };
  /** What has nothing to show on this page is passed over: moving would seem to do nothing. */
  const pastEmpty = (beside: string, by: 1 | -1): string => {
    const further = layout.next(beside, by);
    return further === undefined || isDrawn(beside) ? beside : pastEmpty(further, by);
  };
  const [up, down] = [step(-1), step(1)];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          className="movable-handle"
          variant="subtle"
          color="gray"
          size="sm"
          draggable
          aria-label={t`Move or hide ${name}`}
          title={t`Drag it to another place, or click for more`}
          onDragStart={(event: DragEvent) => {
            event.dataTransfer.setData('text/plain', name);
            event.dataTransfer.effectAllowed = 'move';
            onDrag(id);
          }}
          onDragEnd={() => onDrag(undefined)}
        >
          <IconGripVertical size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={up === undefined} onClick={up}>
          <Trans>Move up</Trans>
        </Menu.Item>
        <Menu.Item disabled={down === undefined} onClick={down}>
          <Trans>Move down</Trans>
        </Menu.Item>
        <Menu.Item onClick={() => layout.across(id, t`${name} was moved to the other column.`)}>
          <Trans>Move to the other column</Trans>
        </Menu.Item>
        <Menu.Item onClick={() => layout.hide(id, t`${name} is hidden on these pages.`)}>
          <Trans>Hide on these pages</Trans>
        </Menu.Item>
        {layout.isChanged && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => layout.reset(t`The usual order is back.`)}>
              <Trans>Reset order</Trans>
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** At the foot of the page: what is hidden there, and the way back. */
export function PutBack({ layout }: { layout: Layout<Block> }) {
  if (!layout.isChanged) return null;
  return (
    <Group gap="xs" data-screen>
      {layout.hidden.length > 0 && (
        <Text size="sm" className="dim">
          <Trans>Hidden on these pages:</Trans>
        </Text>
      )}
      {layout.hidden.map(({ id, name }) => {
        const words = name === undefined ? id : i18n._(name);
        return (
          <Button
            key={id}
            size="compact-sm"
            variant="default"
            aria-label={t`Show ${words} again`}
            onClick={() => layout.show(id, t`${words} is shown again.`)}
          >
            {words}
          </Button>
        );
      })}
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => layout.reset(t`The usual order is back.`)}
      >
        <Trans>Reset order</Trans>
      </Button>
    </Group>
  );
}

/** There is more in it than its handle. */
const isDrawn = (block: string): boolean =>
  [...document.querySelectorAll<HTMLElement>('.movable')].some(
    (one) => one.dataset['block'] === block && one.childElementCount > 1,
  );
