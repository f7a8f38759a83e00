// Which column goes where; what is not known is guessed and can be changed.

import { Trans } from '@lingui/react/macro';
import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { ScrollArea, Select, Table, Text } from '@mantine/core';

import { shownLabel } from '../../../src-shared/fields/own.ts';
import type { ImportPreview } from '../../../src-shared/transfer/import-types.ts';
import { useOwnFields } from '../../data/known-kinds.tsx';
import { OwnOfColumn } from './own-of-column.tsx';
import { targetOptions } from './target-words.ts';

const byWords = {
  format: msg`Known`,
  guess: msg`Guessed`,
  user: msg`Chosen`,
} as const;

type Props = {
  preview: Pick<ImportPreview, 'info' | 'fields'>;
  onChange: (mapping: Record<string, string>) => void;
};

export function ColumnMapping({ preview: { info, fields }, onChange }: Props) {
  const own = useOwnFields('person')
    .filter(({ isRetired, isNewer }) => !isRetired && !isNewer)
    .map((field) => ({ name: field.label, label: shownLabel(field) }));
  return (
    <ScrollArea.Autosize
      // On a low window the rows below it are still seen.
      mah="clamp(140px, calc(100dvh - 560px), 340px)"
      mt={8}
      type="auto"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t`Columns` }}
    >
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Column</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>For example</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Goes to</Trans>
            </Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {info.columns.slice(0, 400).map((column) => (
            <Table.Tr key={column.index}>
              <Table.Td maw={220} className="cell">
                {column.header || t`Column ${column.index + 1}`}
              </Table.Td>
              <Table.Td maw={260} className="cell dim">
                {column.samples.slice(0, 2).join(' · ')}
              </Table.Td>
              <Table.Td>
                <Select
                  size="xs"
                  w={220}
                  searchable
                  aria-label={whereWords(column.header, column.index + 1)}
                  data={targetOptions(column.target, {
                    header: column.header,
                    own,
                    type: column.own?.type,
                  })}
                  value={column.target}
                  allowDeselect={false}
                  onChange={(target) =>
                    target !== null && onChange({ [`#${column.index}`]: target })
                  }
                />
                <OwnOfColumn
                  target={column.target}
                  fields={fields}
                  onChange={(target) => onChange({ [`#${column.index}`]: target })}
                />
              </Table.Td>
              <Table.Td>
                <Text size="xs" className="dim">
                  {column.by !== 'none' && i18n._(byWords[column.by])}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}

const whereWords = (header: string, number: number): string =>
  header === '' ? t`Where column ${number} goes` : t`Where ${header} goes`;
