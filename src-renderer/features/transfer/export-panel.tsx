// Taking people out: for whom, which of them, what the other program will say, and
// the file itself.

import { Alert, Anchor, Button, Checkbox, Group, List, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { foldText } from '../../../src-shared/domain/fold.ts';
import type {
  ExportCheck,
  ExportProfileId,
  ExportRequest,
} from '../../../src-shared/transfer/export-types.ts';
import { personPath } from '../../kinds/person.tsx';
import { errorWords } from '../../words/host-words.ts';
import { handedSelection } from '../../data/handed-selection.ts';
import { useRecords } from '../../data/use-records.ts';
import { useDates } from '../../ui/when.tsx';
import { exportProfiles, issueWords } from './export-words.ts';
import { useCheck, useExport } from './use-export.ts';

const mostGroups = 50;
const everybody = 'Everybody';
const selectedLabel = (people: number, words: string): string =>
  people === 1 ? 'The one person you selected' : `The ${words} people you selected`;

/** Groups whose names begin with what was typed, the first few of them. */
function useGroupsNamed(typed: string): { value: string; label: string }[] {
  const start = foldText(typed);
  const groups = useRecords('groups', {
    selector: {
      status: 'live',
      ...(start === '' ? {} : { sortKey: { $gte: start, $lt: `${start}\uffff` } }),
    },
    sort: [{ status: 'asc' }, { sortKey: 'asc' }],
    limit: mostGroups,
  });
  return (groups ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

export function ExportPanel() {
  const { count } = useDates();
  const selection = handedSelection();
  const [profile, setProfile] = useState<ExportProfileId>('rapport-csv');
  const [scope, setScope] = useState(selection.length > 0 ? 'selection' : 'all');
  const [bom, setBom] = useState<boolean>();
  const [typed, setTyped] = useState('');
  const [group, setGroup] = useState<{ value: string; label: string }>();
  // Mantine says the chosen one's label, too, as if it had been typed.
  const selected = selectedLabel(selection.length, count(selection.length));
  const isChosen = [group?.label, everybody, selected].includes(typed);
  const groups = useGroupsNamed(isChosen ? '' : typed);
  const request: ExportRequest = {
    profile,
    scope:
      scope === 'all'
        ? { type: 'all' }
        : scope === 'selection'
          ? { type: 'selection', ids: [...selection] }
          : { type: 'group', id: scope },
    ...(bom === undefined ? {} : { bom }),
  };
  const { check, refusal, again } = useCheck(request);
  const { isBusy, failure, made, make } = useExport();
  const scopes = [
    { value: 'all', label: everybody },
    ...(selection.length > 0 ? [{ value: 'selection', label: selected }] : []),
    ...groups,
    ...(group === undefined || groups.some(({ value }) => value === group.value) ? [] : [group]),
  ];
  const chosen = exportProfiles.find((one) => one.value === profile);
  return (
    <Stack gap="md" maw={760}>
      <Group grow align="start">
        <Select
          label="For"
          data={exportProfiles.map(({ value, label }) => ({ value, label }))}
          value={profile}
          allowDeselect={false}
          onChange={(value) => value !== null && setProfile(value as ExportProfileId)}
        />
        <Select
          label="Which people"
          data={scopes}
          value={scope}
          allowDeselect={false}
          searchable
          description={
            groups.length >= mostGroups ? 'Type a name to find further groups' : undefined
          }
          filter={({ options, search }) =>
            isChosen
              ? options
              : options.filter(
                  (one) => 'label' in one && foldText(one.label).includes(foldText(search)),
                )
          }
          onSearchChange={setTyped}
          onChange={(value) => {
            if (value === null) return;
            setScope(value);
            setGroup(groups.find((one) => one.value === value));
          }}
        />
      </Group>
      <Text size="sm" className="dim">
        {chosen?.says}
      </Text>
      {!profile.startsWith('vcard') && (
        <Checkbox
          label="Begin with a byte order mark (Excel shows accents right then)"
          checked={bom ?? chosen?.bom ?? false}
          onChange={(event) => setBom(event.currentTarget.checked)}
        />
      )}
      {check !== undefined && <CheckView check={check} />}
      {refusal !== undefined && (
        <Alert color="red" role="alert" title="It could not be checked what the file will hold">
          <Text size="sm" mb="xs">
            {errorWords(refusal)}
          </Text>
          <Button size="compact-sm" variant="default" onClick={again}>
            Try again
          </Button>
        </Alert>
      )}
      {failure !== undefined && (
        <Alert color="red" title="The export did not work">
          {errorWords(failure)}
        </Alert>
      )}
      {made !== undefined && (
        <Alert color="rapport" title={`${made.name} is made`}>
          {count(made.rows)} people. It was handed to your downloads.
        </Alert>
      )}
      <Group>
        <Button loading={isBusy} disabled={check?.rows === 0} onClick={() => void make(request)}>
          Export
        </Button>
      </Group>
    </Stack>
  );
}

function CheckView({ check }: { check: ExportCheck }) {
  const { count } = useDates();
  if (check.rows === 0) return <Alert color="gray">There is nobody to export.</Alert>;
  return (
    <Alert
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      color={colorOf(check)}
      title={`${count(check.rows)} people${check.issues.length === 0 ? ', nothing is lost' : ''}`}
    >
      <List size="sm" spacing={4}>
        {check.issues.map((issue) => (
          <List.Item key={`${issue.code}${issue.field}`}>
            {issueWords(issue, count(issue.rows))}{' '}
            {issue.examples.slice(0, 3).map((example, at) => (
              <span key={example.id}>
                {at > 0 && ', '}
                <Anchor
                  size="sm"
                  c="inherit"
                  underline="always"
                  href={`#${personPath(example.id)}`}
                >
                  {example.name || 'No name'}
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
