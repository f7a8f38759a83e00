// Taking people out: for whom, which of them, what the other program will say, and
// the file itself. A calendar takes what is about them.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { ExportAsked } from '../../../src-shared/bridge/requests/transfer.ts';
import { type ExportFormat, exportFormats } from '../../../src-shared/transfer/export/formats.ts';
import { useHasPrivateFields } from '../../data/known-kinds.tsx';
import { receiverName } from '../../../src-shared/transfer/export/issue-words.ts';
import { errorWords } from '../../words/host-words.ts';
import { commaWords } from '../../words/in-language.ts';
import { CalendarOut } from './calendar-out/calendar-out.tsx';
import { CheckRefused, ExportCheckView } from './export-check.tsx';
import { ExportScopeSelect, ScopeWords } from './export-scope.tsx';
import { everybody, handedScope } from './export-scopes.ts';
import { companyWords, contentWords, receiverSays } from './export-words.ts';
import { useRemedies } from './remedies.ts';
import { type ExportMade, useCheck, useExport } from './use-export.ts';

const calendar = 'calendar';

export function ExportPanel() {
  const [format, setFormat] = useState('rapport-csv');
  const [scope, setScope] = useState(() => handedScope() ?? everybody());
  const chosen = exportFormats.find(({ id }) => id === format);
  return (
    <Stack gap="md" maw={760}>
      <Group grow align="start">
        <Select
          label={t`For`}
          data={[
            ...exportFormats.map((one) => ({ value: one.id, label: receiverName(one) })),
            { value: calendar, label: t`Calendar (.ics)` },
          ]}
          value={format}
          allowDeselect={false}
          onChange={(value) => value !== null && setFormat(value)}
        />
        <ExportScopeSelect chosen={scope} onChoose={setScope} />
      </Group>
      {scope.view !== undefined && <ScopeWords view={scope.view} />}
      <Text size="sm" className="dim">
        {chosen === undefined
          ? t`Birthdays, promises due and reminders as a file that every calendar reads. Made again later and read again, entries are put in place of those of before.`
          : receiverSays(chosen)}
      </Text>
      {chosen === undefined ? (
        <CalendarOut scope={scope.scope} />
      ) : (
        <PeopleOut chosen={chosen} scope={scope.scope} />
      )}
    </Stack>
  );
}

type PeopleProps = { chosen: ExportFormat; scope: ExportAsked['scope'] };

function PeopleOut({ chosen, scope }: PeopleProps) {
  const [bom, setBom] = useState<boolean>();
  const [withPrivateFields, setWithPrivateFields] = useState(false);
  const hasPrivateFields = useHasPrivateFields();
  const remedies = useRemedies(chosen.id);
  const request: ExportAsked = {
    format: chosen.id,
    scope,
    ...(bom === undefined ? {} : { bom }),
    ...(hasPrivateFields && withPrivateFields ? { withPrivateFields } : {}),
    ...remedies.remedies,
  };
  const { check, refusal, again } = useCheck(request);
  const { isBusy, failure, made, make } = useExport(request);
  return (
    <>
      {chosen.isTable && (
        <Checkbox
          label={t`Begin with a byte order mark (Excel shows accents right then)`}
          checked={bom ?? chosen.bom}
          onChange={(event) => setBom(event.currentTarget.checked)}
        />
      )}
      {hasPrivateFields && (
        <Checkbox
          label={t`With your private fields`}
          description={t`What is only on this laptop goes into the file, for whoever gets it to read.`}
          checked={withPrivateFields}
          onChange={(event) => setWithPrivateFields(event.currentTarget.checked)}
        />
      )}
      {check !== undefined && <ExportCheckView {...{ check, remedies, again }} />}
      {refusal !== undefined && <CheckRefused why={refusal} again={again} />}
      {failure !== undefined && (
        <Alert color="red" title={t`The export did not work`}>
          {errorWords(failure)}
        </Alert>
      )}
      {made !== undefined && <Made made={made} />}
      <Group>
        <Button
          loading={isBusy}
          disabled={check !== undefined && check.rows + check.organisations === 0}
          onClick={() => void make(request)}
        >
          <Trans>Export</Trans>
        </Button>
      </Group>
    </>
  );
}

function Made({ made }: { made: ExportMade }) {
  return (
    <Alert color="rapport" title={t`${commaWords(made.names)} is made`}>
      <Trans>
        {contentWords(made.rows, made.organisations.written)}. It was handed to your downloads.
      </Trans>
      {made.organisations.leftOut > 0 && (
        <Text size="sm">
          <Trans>
            {companyWords(made.organisations.leftOut)}: not in this file, which holds people only.
          </Trans>
        </Text>
      )}
    </Alert>
  );
}
