// What a bulk edit would do: to how many, to which not and why, and the first of them before
// and after.

import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { List, ScrollArea, Stack, Table, Text } from '@mantine/core';

import { isOwnKey } from '../../../src-shared/domain/own-values.ts';
import type { BulkOf } from '../../../src-shared/records/bulk/bulk-context.ts';
import type { JsonValue } from '../../../src-shared/domain/record.ts';
import type { BulkPreview, BulkRow, Refused } from '../../../src-shared/records/bulk/open-bulk.ts';
import type { BulkEdit } from '../../../src-shared/records/intents/bulk-edit.ts';
import { say } from '../../../src-shared/words/say.ts';
import { useNamed } from '../../data/use-records-in.ts';
import { useValueWords } from '../../data/use-value-words.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { bulkWords } from './bulk-words.ts';
import { commaWords } from '../../words/in-language.ts';

type Props = { of: BulkOf; edit: BulkEdit; preview: BulkPreview };

export function Preview({ of, edit, preview }: Props) {
  const { changes, same, refused, rows } = preview;
  return (
    <Stack gap="xs" className="bulk-preview">
      <div role="status">
        <Text size="sm" fw={600}>
          {bulkWords[of.collection].changes(changes)}
        </Text>
        {same > 0 && (
          <Text size="sm" className="dim">
            <Plural
              value={same}
              one="# stays: it is so already, or there is nothing to change"
              other="# stay: it is so already, or there is nothing to change"
            />
          </Text>
        )}
        {refused.length > 0 && <CannotBe refused={refused} />}
      </div>
      {rows.length > 0 && edit.type !== 'trash' && (
        <Rows of={of} edit={edit} rows={rows} isAll={changes === rows.length} />
      )}
    </Stack>
  );
}

function CannotBe({ refused }: { refused: readonly Refused[] }) {
  const count = refused.reduce((sum, one) => sum + one.count, 0);
  return (
    <>
      <Text size="sm" c="orange">
        <Plural value={count} one="# cannot be changed:" other="# cannot be changed:" />
      </Text>
      <List size="sm">
        {refused.map(({ why, count: many, names }) => (
          <List.Item key={why}>
            {say(`bulk.why.${why}`, { count: many })}{' '}
            <Text span size="xs" className="dim" dir="auto">
              {commaWords(names.map((name) => nameOrNone({ name })))}
              {many > names.length ? ' …' : ''}
            </Text>
          </List.Item>
        ))}
      </List>
    </>
  );
}

type RowsProps = { of: BulkOf; edit: BulkEdit; rows: readonly BulkRow[]; isAll: boolean };

function Rows({ of, edit, rows, isAll }: RowsProps) {
  const words = useWords(of, edit, rows);
  return (
    <>
      <ScrollArea.Autosize
        mah={260}
        type="auto"
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t`What changes` }}
      >
        <Table stickyHeader verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{bulkWords[of.collection].one()}</Table.Th>
              <Table.Th>{t`Now`}</Table.Th>
              <Table.Th>{t`Then`}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ id, name, before, after }) => (
              <Table.Tr key={id}>
                <Table.Td dir="auto">{nameOrNone({ name })}</Table.Td>
                <Table.Td dir="auto" className="dim">
                  {words(before)}
                </Table.Td>
                <Table.Td dir="auto">{words(after)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      {!isAll && (
        <Text size="xs" className="dim">
          <Trans>These are the first of them.</Trans>
        </Text>
      )}
    </>
  );
}

/** A role reads as its title and where it is; entries of a set as a list. */
function useWords(
  { kind }: BulkOf,
  edit: BulkEdit,
  rows: readonly BulkRow[],
): (value: JsonValue) => string {
  const what =
    'field' in edit
      ? edit.field
      : edit.type === 'copy'
        ? edit.to
        : edit.type === 'names'
          ? 'fullName'
          : '';
  const values = rows.flatMap(({ before, after }) => [before, after]);
  const words = useValueWords({ kind, fields: {} }, what, values);
  const each = useValueWords({ kind, fields: {} }, what, values.flatMap(listIn));
  const group = edit.type === 'role' ? edit.group : undefined;
  const named = useNamed(['groups'], group === undefined ? [] : [group]);
  if (group !== undefined) {
    const place = nameOrNone(named.get(group) ?? { name: '' });
    return (value) =>
      typeof value !== 'string' ? t`nothing` : value === '' ? place : commaWords([value, place]);
  }
  return (value) =>
    Array.isArray(value) && !isOwnKey(what) ? commaWords(value.map(each)) : words(value);
}

const listIn = (value: JsonValue): JsonValue[] => (Array.isArray(value) ? value : []);
