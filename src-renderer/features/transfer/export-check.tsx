// What the other program will say to the file, before it is made: what it refuses first, then
// what it gets less of, then remarks; and what was done about it in this file.

import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { Failure } from '../../../src-shared/domain/result.ts';
import type {
  ExportCheck,
  ExportIssue,
  ExportSeverity,
} from '../../../src-shared/transfer/export-types.ts';
import {
  bySeverity,
  leftWords,
  severityWords,
} from '../../../src-shared/transfer/export/issue-words.ts';
import { errorWords } from '../../words/host-words.ts';
import { ExportFix } from './export-fix.tsx';
import { ExportIssueView } from './export-issue.tsx';
import { contentWords } from './export-words.ts';
import type { Remedies } from './remedies.ts';

type Props = { check: ExportCheck; remedies: Remedies; again: () => void };

const colors: { readonly [severity in ExportSeverity]: string } = {
  refused: 'red',
  changed: 'yellow',
  remark: 'gray',
};

export function ExportCheckView({ check, remedies, again }: Props) {
  const [fixing, setFixing] = useState<ExportIssue>();
  const { rows, organisations, files } = check;
  const content = contentWords(rows, organisations);
  const found = bySeverity(check);
  const isEmpty = rows + organisations === 0;
  return (
    <Stack gap="sm" role="group" aria-label={t`Dry run`}>
      <Alert
        color={found.length === 0 && !isEmpty ? 'rapport' : 'gray'}
        styles={{ title: { color: 'var(--mantine-color-text)' } }}
        title={<Summary {...{ content, files, isEmpty }} isWhole={found.length === 0} />}
      >
        <Done check={check} remedies={remedies} />
      </Alert>
      {found.map(({ severity, issues }) => (
        <Alert
          key={severity}
          color={colors[severity]}
          styles={{ title: { color: 'var(--mantine-color-text)' } }}
          title={severityWords(severity)}
        >
          <ul className="export-issues" aria-label={severityWords(severity)}>
            {issues.map((issue) => (
              <ExportIssueView
                key={`${issue.code} ${issue.field}`}
                issue={issue}
                remedies={remedies}
                onFix={() => setFixing(issue)}
              />
            ))}
          </ul>
        </Alert>
      ))}
      {fixing !== undefined && (
        <ExportFix
          issue={fixing}
          onClose={() => {
            setFixing(undefined);
            again();
          }}
        />
      )}
    </Stack>
  );
}

type SummaryProps = { content: string; files: number; isEmpty: boolean; isWhole: boolean };

function Summary({ content, files, isEmpty, isWhole }: SummaryProps) {
  if (isEmpty) return <Trans>There is nobody to export.</Trans>;
  if (files > 1)
    return (
      <>
        {content}, <Plural value={files} one="in # file" other="in # files" />
      </>
    );
  return isWhole ? <Trans>{content}, nothing is lost</Trans> : content;
}

/** What is done about it in this file; each can be taken back. */
function Done({ check, remedies }: Omit<Props, 'again'>) {
  const { empty = [], fill = false, part } = remedies.remedies;
  if (check.left.length + empty.length === 0 && !fill && part === undefined) return null;
  return (
    <Stack gap={2}>
      {check.left.map((left) => (
        <Line
          key={`${left.code} ${left.field}`}
          words={leftWords(left)}
          back={t`Put back`}
          onBack={() => remedies.putBack(left)}
        />
      ))}
      {empty.map((column) => (
        <Line
          key={column}
          words={t`${column} stays empty.`}
          back={t`Put back`}
          onBack={() => remedies.fillAgain(column)}
        />
      ))}
      {fill && (
        <Line
          words={t`Where a required column would be empty, the name shown stands there.`}
          back={t`Do not`}
          onBack={() => remedies.fill(false)}
        />
      )}
      {part !== undefined && (
        <Line
          words={t`As many files as it takes.`}
          back={t`One file`}
          onBack={() => remedies.split(false)}
        />
      )}
    </Stack>
  );
}

const Line = ({ words, back, onBack }: { words: string; back: string; onBack: () => void }) => (
  <Group gap="xs">
    <Text size="sm">{words}</Text>
    <Anchor component="button" size="sm" aria-label={`${back}: ${words}`} onClick={onBack}>
      {back}
    </Anchor>
  </Group>
);

export function CheckRefused({ why, again }: { why: Failure; again: () => void }) {
  return (
    <Alert color="red" role="alert" title={t`It could not be checked what the file will hold`}>
      <Text size="sm" mb="xs">
        {errorWords(why)}
      </Text>
      <Button size="compact-sm" variant="default" onClick={again}>
        <Trans>Try again</Trans>
      </Button>
    </Alert>
  );
}
