// What an import will do, row by row, before it does it.

import { Badge, Button, Chip, Collapse, Group, Paper, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';

import type {
  ImportOptions,
  ImportPreview,
  PlannedRow,
} from '../../../src-shared/transfer/import-types.ts';
import { useHost } from '../../data/host-context.tsx';
import { useDates } from '../../ui/when.tsx';
import { countryOptions } from '../../data/choices.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { PlannedRows } from './planned-rows.tsx';
import { profileName, reasonWords } from './import-words.ts';
import type { ImportFlow } from './use-import.ts';

type Only = PlannedRow['action'] | undefined;
const actions = [
  ['create', 'Create'],
  ['update', 'Update'],
  ['skip', 'Skip'],
  ['cannot', 'Cannot'],
] as const;

export function ImportPreviewView({ flow, preview }: { flow: ImportFlow; preview: ImportPreview }) {
  const { count } = useDates();
  const [only, setOnly] = useState<Only>();
  const [showsColumns, columns] = useDisclosure(preview.info.profile === 'unknown');
  const { info, counts } = preview;
  const several = (number: number, what: string): string =>
    `${count(number)} ${what}${number === 1 ? '' : 's'}`;
  const total = counts.create + counts.update + counts.skip + counts.cannot;
  const isNothing = counts.create + counts.update === 0;
  return (
    <>
      <Paper withBorder p="md">
        <Group justify="space-between" align="start">
          <Stack gap={2} style={{ flex: 1, minWidth: 260 }}>
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              {info.name}
            </Text>
            <Text size="sm" className="dim">
              {profileName(info.profile)} · {several(total, 'row')}
              {preview.organisations > 0 &&
                `, ${several(preview.organisations, 'new organisation')}`}
              {preview.roles > 0 && `, ${several(preview.roles, 'role')}`}
            </Text>
            {info.remarks.map((remark, at) => (
              <Badge key={`${remark.code}${at}`} color="yellow" variant="light" tt="none">
                {reasonWords(remark.code)}
                {remark.line !== undefined && `, line ${remark.line}`}
              </Badge>
            ))}
          </Stack>
          <Group>
            <Button variant="default" onClick={() => void flow.reset()}>
              Choose another file
            </Button>
            <Button disabled={isNothing} onClick={() => void flow.apply()}>
              Import
            </Button>
          </Group>
        </Group>
        <FileOptions flow={flow} preview={preview} />
        {info.columns.length > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            mt="sm"
            aria-expanded={showsColumns}
            onClick={columns.toggle}
          >
            {showsColumns ? 'Hide columns' : `Look at the ${info.columns.length} columns`}
          </Button>
        )}
        <Collapse expanded={showsColumns}>
          <ColumnMapping
            info={info}
            onChange={(mapping) =>
              void flow.plan({ ...flow.options, mapping: { ...flow.options.mapping, ...mapping } })
            }
          />
        </Collapse>
      </Paper>
      <Group gap="xs" role="group" aria-label="Show">
        <Chip checked={only === undefined} onChange={() => setOnly(undefined)} variant="light">
          All {count(total)}
        </Chip>
        {actions.map(([action, label]) => (
          <Chip
            key={action}
            checked={only === action}
            disabled={counts[action] === 0}
            onChange={() => setOnly(action)}
            variant="light"
          >
            {label} {count(counts[action])}
          </Chip>
        ))}
        {counts.update > 0 && (
          <Text size="sm" className="dim">
            Blank cells never delete what is here.
          </Text>
        )}
      </Group>
      <PlannedRows
        key={`${only ?? 'all'}`}
        flow={flow}
        preview={preview}
        only={only}
        count={only === undefined ? total : counts[only]}
      />
    </>
  );
}

const charsets = [
  ['utf-8', 'Any language (UTF-8)'],
  ['utf-16le', 'Any language (UTF-16)'],
  ['utf-16be', 'Any language (UTF-16 BE)'],
  ['windows-1252', 'Western (Windows-1252)'],
  ['windows-1250', 'Central European (Windows-1250)'],
  ['windows-1251', 'Cyrillic (Windows-1251)'],
  ['macintosh', 'Western (Macintosh)'],
  ['shift_jis', 'Japanese (Shift JIS)'],
  ['gb18030', 'Chinese (GB 18030)'],
  ['big5', 'Traditional Chinese (Big5)'],
  ['euc-kr', 'Korean (EUC-KR)'],
].map(([value = '', label = '']) => ({ value, label }));

/** The file's own, too, where it is none of these. */
const charsetsWith = (own: string) =>
  charsets.some(({ value }) => value === own)
    ? charsets
    : [{ value: own, label: own }, ...charsets];

function FileOptions({ flow, preview }: { flow: ImportFlow; preview: ImportPreview }) {
  const { settings } = useHost();
  const change = (patch: ImportOptions) => void flow.plan({ ...flow.options, ...patch });
  const { info } = preview;
  return (
    <Group mt="sm" gap="sm">
      {info.format === 'csv' && (
        <Select
          label="Character set"
          size="xs"
          w={210}
          data={charsetsWith(info.charset)}
          value={info.charset}
          allowDeselect={false}
          onChange={(charset) => charset !== null && change({ charset })}
        />
      )}
      {info.format === 'csv' && (
        <Select
          label="Separator"
          size="xs"
          w={130}
          data={[
            { value: ',', label: 'Comma' },
            { value: ';', label: 'Semicolon' },
            { value: '\t', label: 'Tab' },
            { value: '|', label: 'Bar' },
          ]}
          value={info.delimiter ?? ','}
          allowDeselect={false}
          onChange={(delimiter) => delimiter !== null && change({ delimiter })}
        />
      )}
      <Select
        label="Phone numbers are from"
        size="xs"
        w={190}
        searchable
        data={countryOptions}
        value={flow.options.country ?? settings?.defaultCountry ?? 'US'}
        allowDeselect={false}
        onChange={(country) => country !== null && change({ country })}
      />
      <Select
        label="Dates such as 03/04/2021"
        size="xs"
        w={190}
        data={[
          { value: 'auto', label: 'Found out by the file' },
          { value: 'dmy', label: 'Day first' },
          { value: 'mdy', label: 'Month first' },
          { value: 'ymd', label: 'Year first' },
        ]}
        value={flow.options.dateOrder ?? 'auto'}
        allowDeselect={false}
        onChange={(order) => {
          const { dateOrder: _old, ...rest } = flow.options;
          void flow.plan(
            order === 'dmy' || order === 'mdy' || order === 'ymd'
              ? { ...rest, dateOrder: order }
              : rest,
          );
        }}
      />
    </Group>
  );
}
