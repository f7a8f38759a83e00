// Which column goes where; what is not known is guessed and can be changed.

import { ScrollArea, Select, Table, Text } from '@mantine/core';

import type { ImportFileInfo } from '../../../src-shared/transfer/import-types.ts';
import { targetOptions } from './import-words.ts';

const byWords = {
  profile: 'Known',
  guess: 'Guessed',
  saved: 'As last time',
  user: 'Chosen',
  none: '',
} as const;

type Props = { info: ImportFileInfo; onChange: (mapping: Record<string, string>) => void };

export function ColumnMapping({ info, onChange }: Props) {
  return (
    <ScrollArea.Autosize
      mah={340}
      mt={8}
      type="auto"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Columns' }}
    >
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Column</Table.Th>
            <Table.Th>For example</Table.Th>
            <Table.Th>Goes to</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {info.columns.slice(0, 400).map((column) => (
            <Table.Tr key={column.index}>
              <Table.Td maw={220} className="cell">
                {column.header || `Column ${column.index + 1}`}
              </Table.Td>
              <Table.Td maw={260} className="cell dim">
                {column.samples.slice(0, 2).join(' · ')}
              </Table.Td>
              <Table.Td>
                <Select
                  size="xs"
                  w={220}
                  searchable
                  aria-label={`Where ${column.header || `column ${column.index + 1}`} goes`}
                  data={targetOptions(column.target)}
                  value={column.target}
                  allowDeselect={false}
                  onChange={(target) =>
                    target !== null && onChange({ [`#${column.index}`]: target })
                  }
                />
              </Table.Td>
              <Table.Td>
                <Text size="xs" className="dim">
                  {byWords[column.by]}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
