// What an import will do, row by row, before it does it.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Button, Chip, Collapse, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';

import type { ImportPreview, RowsWanted } from '../../../src-shared/transfer/import-types.ts';
import { useDates } from '../../ui/when.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { PlannedRows } from './planned-rows.tsx';
import { actionWords, planWords, sourceName, reasonWords } from './import-words.ts';
import type { ImportFlow } from './use-import.ts';
import { FileOptions } from './file-options.tsx';
import { commaWords } from '../../words/in-language.ts';

type Only = RowsWanted | undefined;
const actions = ['create', 'update', 'skip', 'cannot'] as const;

export function ImportPreviewView({ flow, preview }: { flow: ImportFlow; preview: ImportPreview }) {
  const [only, setOnly] = useState<Only>();
  const { counts } = preview;
  const { count } = useDates();
  const total = counts.create + counts.update + counts.skip + counts.cannot;
  return (
    <>
      <Paper withBorder p="md">
        <Text size="xl" fw={650} mb="xs">
          {planWords(preview, count)}
        </Text>
        <Group justify="space-between" align="start">
          <FileFacts preview={preview} total={total} />
          <Group>
            <Button variant="default" onClick={() => void flow.reset()}>
              <Trans>Choose another file</Trans>
            </Button>
            <Button
              disabled={counts.create + counts.update === 0}
              onClick={() => void flow.apply()}
            >
              <Trans>Import</Trans>
            </Button>
          </Group>
        </Group>
        {preview.perhaps.open > 0 && (
          <Text size="sm" className="dim">
            <Trans>
              Whoever may be somebody you have stands first in the list: say for each whether it is
              the same person. Those you leave come in as new people.
            </Trans>
          </Text>
        )}
        <FileOptions flow={flow} preview={preview} />
        <Columns flow={flow} preview={preview} />
      </Paper>
      <OnlyChips preview={preview} total={total} only={only} onChange={setOnly} />
      <PlannedRows
        key={`${only ?? 'all'}`}
        flow={flow}
        preview={preview}
        only={only}
        count={
          only === undefined ? total : only === 'perhaps' ? preview.perhaps.rows : counts[only]
        }
      />
    </>
  );
}

/** The file's name, what it is, what it brings, and what is odd about it. */
function FileFacts({ preview, total }: { preview: ImportPreview; total: number }) {
  const { info, organisations, roles } = preview;
  const brings = [
    plural(total, { one: '# row', other: '# rows' }),
    ...(organisations > 0
      ? [plural(organisations, { one: '# new organisation', other: '# new organisations' })]
      : []),
    ...(roles > 0 ? [plural(roles, { one: '# role', other: '# roles' })] : []),
  ];
  return (
    <Stack gap={2} style={{ flex: 1, minWidth: 260 }}>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {info.name}
      </Text>
      <Text size="sm" className="dim">
        {sourceName(info)} · {commaWords(brings)}
      </Text>
      {info.remarks.map(({ code, line }, at) => (
        <Badge key={`${code}${at}`} color="yellow" variant="light" tt="none">
          {line === undefined ? (
            reasonWords(code)
          ) : (
            <Trans>
              {reasonWords(code)}, line {line}
            </Trans>
          )}
        </Badge>
      ))}
    </Stack>
  );
}

function Columns({ flow, preview }: { flow: ImportFlow; preview: ImportPreview }) {
  const { info } = preview;
  const [isOpen, columns] = useDisclosure(info.format === 'unknown');
  return (
    <>
      {info.columns.length > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt="sm"
          aria-expanded={isOpen}
          onClick={columns.toggle}
        >
          {isOpen
            ? t`Hide columns`
            : plural(info.columns.length, {
                one: 'Look at the # column',
                other: 'Look at the # columns',
              })}
        </Button>
      )}
      <Collapse expanded={isOpen}>
        <ColumnMapping
          preview={preview}
          onChange={(mapping) =>
            void flow.plan({ ...flow.options, mapping: { ...flow.options.mapping, ...mapping } })
          }
        />
      </Collapse>
    </>
  );
}

/** Which rows are listed. */
function OnlyChips({
  preview: { counts, perhaps },
  total,
  only,
  onChange,
}: {
  preview: ImportPreview;
  total: number;
  only: Only;
  onChange: (only: Only) => void;
}) {
  const { count } = useDates();
  return (
    <Group gap="xs" role="group" aria-label={t`Show`}>
      <Chip checked={only === undefined} onChange={() => onChange(undefined)} variant="light">
        <Trans>All {count(total)}</Trans>
      </Chip>
      {perhaps.rows > 0 && (
        <Chip
          checked={only === 'perhaps'}
          onChange={() => onChange('perhaps')}
          variant="light"
          color="yellow"
        >
          <Trans>Perhaps here already {count(perhaps.rows)}</Trans>
        </Chip>
      )}
      {actions.map((action) => (
        <Chip
          key={action}
          checked={only === action}
          disabled={counts[action] === 0}
          onChange={() => onChange(action)}
          variant="light"
        >
          {actionWords(action)} {count(counts[action])}
        </Chip>
      ))}
      {counts.update > 0 && (
        <Text size="sm" className="dim">
          <Trans>Blank cells never delete what is here.</Trans>
        </Text>
      )}
    </Group>
  );
}
