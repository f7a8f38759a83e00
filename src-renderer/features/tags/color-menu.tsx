// Gives tags one of a few colours, or takes it away.

import { t } from '@lingui/core/macro';
import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';

import { type TagColor, tagColors } from '../../../src-shared/domain/tag.ts';
import { say } from '../../../src-shared/words/say.ts';
import { useCommand } from '../../data/use-command.tsx';
import { TagDot } from '../../ui/tag-word.tsx';

type Props = {
  /** Their names. */
  tags: readonly string[];
  /** What they have; undefined for several or none. */
  color: TagColor | undefined;
  /** The button. */
  children: ReactNode;
};

const none = 'none';

export function ColorMenu({ tags, color, children }: Props) {
  const run = useCommand();
  const give = (chosen: string): void => {
    const next = tagColors.find((one) => one === chosen) ?? null;
    void run({ type: 'tags', tags: [...tags], act: { type: 'color', color: next } });
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>{children}</Menu.Target>
      {/* What is clicked in it is not a click on the row that it belongs to. */}
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        <Menu.RadioGroup value={color ?? none} onChange={give}>
          {[undefined, ...tagColors].map((one) => (
            <Menu.RadioItem key={one ?? none} value={one ?? none} closeMenuOnClick>
              <span className="tag-color">
                <TagDot color={one} />
                {one === undefined ? t`No colour` : say(`field.tag.color.${one}`)}
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
