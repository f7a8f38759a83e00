// What the other program will say to the file, before it is made.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Anchor, Button, List, Text } from '@mantine/core';

import type { Failure } from '../../../src-shared/domain/result.ts';
import type { ExportCheck } from '../../../src-shared/transfer/export-types.ts';
import { personPath } from '../../kinds/person.tsx';
import { errorWords } from '../../words/host-words.ts';
import { contentWords, issueWords } from './export-words.ts';

export function ExportCheckView({ check }: { check: ExportCheck }) {
  if (check.rows + check.organisations === 0)
    return (
      <Alert color="gray">
        <Trans>There is nobody to export.</Trans>
      </Alert>
    );
  const people = contentWords(check.rows, check.organisations);
  return (
    <Alert
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      color={colorOf(check)}
      title={check.issues.length === 0 ? t`${people}, nothing is lost` : people}
    >
      <List size="sm" spacing={4}>
        {check.issues.map((issue) => (
          <List.Item key={`${issue.code}${issue.field}`}>
            {issueWords(issue)}{' '}
            {issue.examples.slice(0, 3).map((example, at) => (
              <span key={example.id}>
                {at > 0 && ', '}
                <Anchor
                  size="sm"
                  c="inherit"
                  underline="always"
                  href={`#${personPath(example.id)}`}
                >
                  {example.name || t`No name`}
                </Anchor>
              </span>
            ))}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** Harmless apostrophes are mentioned, not warned of. */
function colorOf({ issues }: ExportCheck): string {
  if (issues.length === 0) return 'rapport';
  return issues.every(({ code }) => code === 'formula-neutralised') ? 'gray' : 'yellow';
}

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
