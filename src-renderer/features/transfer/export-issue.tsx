// One thing that a dry run found: whom it is about, and what can be done about it.

import { Plural, Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Anchor, Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';

import type { ExportIssue } from '../../../src-shared/transfer/export-types.ts';
import { issueField, issueWords } from '../../../src-shared/transfer/export/issue-words.ts';
import { canMend } from './mendable.ts';
import { personPath } from '../../kinds/person.tsx';
import type { Remedies } from './remedies.ts';

const mostNamed = 3;
/** Nothing is to be done about these in the list of people. */
const onlySaid: readonly ExportIssue['code'][] = [
  'organisations-left-out',
  'private-left-out',
  'first-role-shown',
];

type Props = { issue: ExportIssue; remedies: Remedies; onFix: () => void };

export function ExportIssueView({ issue, remedies, onFix }: Props) {
  const { examples, rows } = issue;
  const named = examples.slice(0, mostNamed);
  return (
    <li className="export-issue">
      <div style={{ minWidth: 0, flex: '1 1 320px' }}>
        <Text size="sm">{issueWords(issue)}</Text>
        {named.length > 0 && (
          <Text size="sm" className="dim">
            {named.map(({ id, name }, at) => (
              <span key={id}>
                {at > 0 && ', '}
                <Anchor size="sm" c="inherit" underline="always" href={`#${personPath(id)}`}>
                  <bdi>{name || t`No name`}</bdi>
                </Anchor>
              </span>
            ))}
            {rows > named.length && (
              <>
                {' '}
                <Plural value={rows - named.length} one="and # more" other="and # more" />
              </>
            )}
          </Text>
        )}
      </div>
      {!onlySaid.includes(issue.code) && (
        <Group gap={6} wrap="nowrap">
          <LeaveOut issue={issue} remedies={remedies} />
          <Fix issue={issue} remedies={remedies} onFix={onFix} />
        </Group>
      )}
    </li>
  );
}

function LeaveOut({ issue, remedies }: Omit<Props, 'onFix'>) {
  const about = issueWords(issue);
  const column = issueField(issue.field);
  if (issue.canBeEmpty !== true)
    return (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t`Leave out: ${about}`}
        onClick={() => remedies.leaveOut(issue)}
      >
        <Trans>Leave out</Trans>
      </Button>
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          rightSection={<IconChevronDown size={14} />}
          aria-label={t`Leave out: ${about}`}
        >
          <Trans>Leave out</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => remedies.leaveOut(issue)}>
          <Plural value={issue.rows} one="This person" other="These # people" />
        </Menu.Item>
        <Menu.Item onClick={() => remedies.leaveEmpty(issue.field)}>
          <Trans>
            The column <bdi>{column}</bdi>, for everybody
          </Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Fix({ issue, remedies, onFix }: Props) {
  const about = issueWords(issue);
  const { code, fillable = 0 } = issue;
  const isLimit = code === 'row-limit' || code === 'size-limit';
  const choices = [
    ...(canMend(issue) ? [{ label: t`Change it here`, run: onFix }] : []),
    ...(fillable > 0
      ? [{ label: t`In this file, write the name shown there`, run: () => remedies.fill(true) }]
      : []),
    ...(isLimit ? [{ label: t`Make several files`, run: () => remedies.split(true) }] : []),
  ];
  const [only, ...further] = choices;
  if (only === undefined) return null;
  const shared = { size: 'compact-sm', 'aria-label': t`Fix: ${about}` } as const;
  if (further.length === 0)
    return (
      <Button {...shared} onClick={only.run}>
        {isLimit ? only.label : <Trans>Fix</Trans>}
      </Button>
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button {...shared} rightSection={<IconChevronDown size={14} />}>
          <Trans>Fix</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ label, run }) => (
          <Menu.Item key={label} onClick={run}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
