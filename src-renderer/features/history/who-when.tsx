// Who did something, when, on which laptop and from where.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Group, Text } from '@mantine/core';

import type { HistoryAction } from '../../../src-shared/bridge/history-types.ts';
import { useNameOf } from '../../data/team-rest.tsx';
import { useProvenance } from '../../ui/provenance.tsx';
import { useDates } from '../../ui/when.tsx';
import { deedWords } from './deed-words.ts';

/** Later than so much it is said when it came here. */
const lateMs = 60 * 60_000;

type Props = {
  action: HistoryAction;
  row: number | null;
  /** What was done is said beside it. */
  isShort?: boolean;
};

export function WhoWhen({ action, row, isShort = false }: Props) {
  const words = useProvenance();
  const { dateTime } = useDates();
  const { source, isUnsure, arrived, at } = action;
  const from = source.type === 'import' ? { ...source, row: row ?? source.row } : source;
  const came = dateTime(arrived);
  const deed = isShort ? undefined : deedWords(action);
  const who = useNameOf()(action) || t`Somebody`;
  const when = dateTime(at);
  return (
    <Group gap={6}>
      <Text size="xs" className="dim">
        {deed === undefined ? '' : `${deed} · `}
        {isShort || deed !== undefined
          ? action.isOwn
            ? t`${who} on this laptop, ${when}`
            : t`${who} on another laptop, ${when}`
          : words({ ...action, source: from })}
      </Text>
      {(isUnsure || arrived - at > lateMs) && (
        <Text size="xs" className="dim">
          <Trans>· here since {came}</Trans>
        </Text>
      )}
      {isUnsure && (
        <Badge
          size="sm"
          variant="light"
          color="yellow"
          tt="none"
          title={t`A clock was set wrong. The order is that in which it came here.`}
        >
          <Trans>clock unsure</Trans>
        </Badge>
      )}
      {action.isUndone && (
        <Badge size="sm" variant="light" color="gray" tt="none">
          <Trans>taken back</Trans>
        </Badge>
      )}
    </Group>
  );
}
