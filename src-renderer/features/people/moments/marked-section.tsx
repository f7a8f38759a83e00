// On a person's page: what was marked in what they said. Questions wait until they are answered.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Text } from '@mantine/core';

import { type Marked, marksOf } from '../../../../src-shared/domain/moment-marks.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { answerPart, unmarkPart } from '../../../../src-shared/records/intents/marks.ts';
import { markedWith } from '../../../data/queries/happened.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { useMergedIds } from '../../../data/use-merged.ts';
import { useRecords } from '../../../data/use-records.ts';
import { Section } from '../../../ui/section.tsx';
import { WhenText } from '../../../ui/when.tsx';
import { momentPath } from '../../../kinds/moments.tsx';
import { markWords } from './marked-text.tsx';

const most = 100;

export function MarkedSection({ doc }: { doc: RecordDoc }) {
  const ids = useMergedIds([doc.id]).get(doc.id) ?? [];
  const moments = useRecords(markedWith(ids, most)) ?? [];
  const marks = moments.flatMap((moment) => marksOf(moment).map((mark) => ({ moment, mark })));
  const isOpen = ({ mark }: { mark: Marked }): boolean => mark.answered === '';
  const shown = [
    ...marks.filter((one) => one.mark.kind === 'question' && isOpen(one)),
    ...marks.filter(({ mark }) => mark.kind === 'fact'),
  ];
  if (shown.length === 0) return null;
  return (
    <Section title={t`Facts and questions`}>
      <ul className="plain-list">
        {shown.map(({ moment, mark }) => (
          <Row key={`${moment.id} ${mark.id}`} moment={moment} mark={mark} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ moment, mark }: { moment: RecordDoc; mark: Marked }) {
  const run = useCommand();
  const { kind, words } = mark;
  const answer = (): void =>
    void run(answerPart(moment.id, mark, Date.now()), { says: t`Answered: ${words}` });
  const takeOff = (): void =>
    void run(unmarkPart(moment.id, mark), { says: t`No longer marked: ${words}` });
  return (
    <Group component="li" gap="xs" wrap="nowrap" align="start" py={4}>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }} dir="auto">
          {words}
        </Text>
        <Text size="xs" className="dim">
          {markWords(kind)} ·{' '}
          <Anchor href={`#${momentPath(moment.id)}`} inherit>
            <WhenText at={moment.at} />
          </Anchor>
        </Text>
      </div>
      {kind === 'question' && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={answer}
          aria-label={t`Answered: ${words}`}
        >
          <Trans>Answered</Trans>
        </Button>
      )}
      <Button size="compact-xs" variant="subtle" onClick={takeOff} aria-label={t`Unmark: ${words}`}>
        <Trans>Unmark</Trans>
      </Button>
    </Group>
  );
}
