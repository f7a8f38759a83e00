// Every import of the last ninety days: its people, and the way to take it back.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import type { PastImport } from '../../../src-shared/bridge/history-types.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useHistory } from '../../data/use-history.ts';
import { useNameOf } from '../../data/team-rest.tsx';
import { Touched } from '../../kinds/touched.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { useDates } from '../../ui/when.tsx';
import { commaWords } from '../../words/in-language.ts';

export function PastImports() {
  const told = useHistory('history.imports', {});
  if (told === undefined || told.imports.length === 0) return null;
  return (
    <div style={{ maxWidth: 760, flexShrink: 0 }}>
      <Section title={t`Past imports`}>
        <Stack
          component="ol"
          gap={0}
          p={0}
          m={0}
          className="plain-list"
          aria-label={t`Past imports`}
        >
          {told.imports.map((one) => (
            <Import key={one.n} past={one} />
          ))}
        </Stack>
      </Section>
    </div>
  );
}

function Import({ past }: { past: PastImport }) {
  const { dateTime } = useDates();
  const nameOf = useNameOf();
  const run = useCommand();
  const [isOpen, { toggle }] = useDisclosure(false);
  const [isAsked, asking] = useDisclosure(false);
  const { file, isOwn, isUndone, action } = past;
  const who = nameOf(past);
  const when = dateTime(past.isUnsure ? past.arrived : past.at);
  const counts = countWords(past);
  return (
    <li className="history-row" data-others={!isOwn || undefined}>
      <Group justify="space-between" wrap="nowrap" align="start" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={600} td={isUndone ? 'line-through' : undefined} truncate>
            <bdi>{file}</bdi>
          </Text>
          <Text size="xs" className="dim">
            {isOwn ? (
              <Trans>
                {when} · {counts}
              </Trans>
            ) : (
              <Trans>
                {when} by <bdi>{who}</bdi> on another laptop · {counts}
              </Trans>
            )}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap" style={{ flexShrink: 0 }}>
          {isUndone && (
            <Badge size="sm" variant="light" color="gray" tt="none">
              <Trans>taken back</Trans>
            </Badge>
          )}
          <Button
            size="compact-xs"
            variant="subtle"
            aria-expanded={isOpen}
            aria-label={t`What came with ${file}`}
            onClick={toggle}
          >
            {isOpen ? t`Hide` : t`Show`}
          </Button>
          {isOwn && !isUndone && action !== null && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t`Undo the import of ${file}`}
              onClick={asking.open}
            >
              <Trans>Undo</Trans>
            </Button>
          )}
          {isOwn && isUndone && action !== null && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t`Do the import of ${file} again`}
              onClick={() => void run({ type: 'redo', action })}
            >
              <Trans>Do it again</Trans>
            </Button>
          )}
        </Group>
      </Group>
      {isOpen && <Touched n={past.n} />}
      {isAsked && action !== null && (
        <UndoImport past={past} action={action} onClose={asking.close} />
      )}
    </li>
  );
}

function countWords({ made, changed, skipped, rejected }: PastImport): string {
  return commaWords([
    plural(made, { one: '# new record', other: '# new records' }),
    ...(changed > 0 ? [plural(changed, { one: '# changed', other: '# changed' })] : []),
    ...((skipped ?? 0) > 0 ? [plural(skipped ?? 0, { one: '# skipped', other: '# skipped' })] : []),
    ...((rejected ?? 0) > 0
      ? [plural(rejected ?? 0, { one: '# could not be read', other: '# could not be read' })]
      : []),
  ]);
}

type UndoProps = { past: PastImport; action: string; onClose: () => void };

/** Says first what was changed since, and what becomes of it. */
function UndoImport({ past, action, onClose }: UndoProps) {
  const run = useCommand();
  const since = useHistory('history.since', { n: past.n });
  const { file, made, changed } = past;
  return (
    <Dialog title={t`Undo the import of ${file}?`} onClose={onClose}>
      <Stack gap="xs">
        {made > 0 && (
          <Text size="sm">
            {plural(made, {
              one: '# record that came with it goes again.',
              other: '# records that came with it go again.',
            })}
          </Text>
        )}
        {changed > 0 && (
          <Text size="sm">
            {plural(changed, {
              one: '# record that was here before gets back the values it had.',
              other: '# records that were here before get back the values they had.',
            })}
          </Text>
        )}
        {since !== undefined && since.made > 0 && (
          <Text size="sm" fw={600}>
            {plural(since.made, {
              one: '# of the new records was changed since the import. It goes, too, with that change; “Do it again” brings both back.',
              other:
                '# of the new records were changed since the import. They go, too, with those changes; “Do it again” brings all of it back.',
            })}
          </Text>
        )}
        {since !== undefined && since.changed > 0 && (
          <Text size="sm" fw={600}>
            {plural(since.changed, {
              one: '# of the changed records was changed since. What was written there later stays.',
              other:
                '# of the changed records were changed since. What was written there later stays.',
            })}
          </Text>
        )}
      </Stack>
      <Group justify="end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          disabled={since === undefined}
          onClick={() => {
            onClose();
            void run({ type: 'undo', action });
          }}
        >
          <Trans>Undo import</Trans>
        </Button>
      </Group>
    </Dialog>
  );
}
