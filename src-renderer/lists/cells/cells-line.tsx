// What is said of the cells that are meant, beside the number of people, and what can be done
// with them or with everybody who is ticked.

import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button, CloseButton, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconCopy } from '@tabler/icons-react';

import { blockOf, cellsIn } from '../../ui/cell-range.ts';
import type { Cells } from '../../ui/use-cells.ts';
import type { Copying } from './use-copying.ts';

type Props = {
  cells: Cells;
  hasTicked: boolean;
  /** Rows that can be written to. */
  hasMails: boolean;
  copying: Copying;
};

export function CellsLine({ cells, hasTicked, hasMails, copying: { said, copy } }: Props) {
  const { range } = cells;
  if (range === undefined && !hasTicked) return null;
  return (
    <>
      {range !== undefined && (
        <Text size="sm" className="dim">
          <Plural value={cellsIn(blockOf(range))} one="# cell" other="# cells" />
        </Text>
      )}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconCopy size={13} />}
            rightSection={<IconChevronDown size={12} />}
          >
            <Trans>Copy as</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => copy('csv')}>
            <Trans>CSV</Trans>
          </Menu.Item>
          <Menu.Item onClick={() => copy('tsv')}>
            <Trans>Text with tabs, for a spreadsheet</Trans>
          </Menu.Item>
          <Menu.Item onClick={() => copy('markdown')}>
            <Trans>Markdown</Trans>
          </Menu.Item>
          {hasMails && (
            <Menu.Item onClick={() => copy('mails')}>
              <Trans>E-mail list</Trans>
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Text size="sm" role="status">
        {cells.isRefused && (
          <Trans>Nothing can be typed here. It is changed on their page: Enter opens it.</Trans>
        )}
      </Text>
      {said !== '' && (
        <Text size="sm" className="dim">
          {said}
        </Text>
      )}
      {range !== undefined && (
        <CloseButton
          size="sm"
          aria-label={t`Back to whole rows`}
          title={t`Back to whole rows (Esc)`}
          onClick={() => cells.show(undefined)}
        />
      )}
    </>
  );
}
