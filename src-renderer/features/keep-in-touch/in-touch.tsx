// How often one wants to be in touch: of a person what holds and where it comes from, of a
// group what it asks of all who are in it. And what one wants to be reminded of.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { everyOf } from '../../../src-shared/fields/every.ts';
import { edit } from '../../../src-shared/records/intents/edits.ts';
import { setRhythm } from '../../../src-shared/records/intents/keep-in-touch.ts';
import type { InTouch as Known } from '../../../src-shared/today/answers.ts';
import { refOf } from '../../data/ref-of.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useInTouch } from '../../data/use-in-touch.ts';
import { useMembers } from '../../data/use-members.ts';
import { InPlace } from '../../ui/in-place.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { Section } from '../../ui/section.tsx';
import { useDates } from '../../ui/when.tsx';
import { everySaid } from '../../words/every-words.ts';
import { Reminders } from './reminders.tsx';
import { RhythmForm } from './rhythm-form.tsx';
import { RoleRhythms } from './role-rhythms.tsx';
import { rhythmSaid } from './rhythm-said.ts';

export function InTouch({ doc }: { doc: RecordDoc }) {
  const own = doc.fields['rhythm'];
  return (
    <Section title={t`Keep in touch`} isPrinted={own !== undefined}>
      <Stack gap="xs">
        {doc.kind === 'person' ? <OfPerson doc={doc} /> : <OfGroup doc={doc} />}
        <Reminders doc={doc} />
      </Stack>
    </Section>
  );
}

function OfGroup({ doc }: { doc: RecordDoc }) {
  const { rhythm, rhythmReason } = doc.fields;
  const shown = typeof rhythm === 'string' ? everySaid(rhythm) : null;
  return (
    <>
      <InPlace label={t`With everybody in it`} shown={shown}>
        {(done) => <RhythmForm doc={doc} onDone={done} />}
      </InPlace>
      {shown !== null && typeof rhythmReason === 'string' && <Why text={rhythmReason} />}
    </>
  );
}

function OfPerson({ doc }: { doc: RecordDoc }) {
  const known = useInTouch(doc.id);
  const { date } = useDates();
  const rhythm = known?.rhythm;
  const at = (day: string): string => date(Date.parse(`${day}T12:00:00`));
  const shown = rhythm === undefined ? null : rhythmSaid(rhythm, at);
  return (
    <>
      <InPlace label={t`How often`} shown={shown}>
        {(done) => <RhythmForm doc={doc} onDone={done} />}
      </InPlace>
      {rhythm?.who !== undefined && <ByWhom who={rhythm.who} />}
      {rhythm?.reason !== undefined && <Why text={rhythm.reason} />}
      <RoleRhythms doc={doc} />
      <LastAndOffer doc={doc} known={known} />
    </>
  );
}

function ByWhom({ who }: { who: string }) {
  const name = useMembers().nameOf(who);
  return (
    <Text size="sm" className="dim">
      <Trans>
        By <bdi>{name}</bdi>
      </Trans>
    </Text>
  );
}

const Why = ({ text }: { text: string }) => (
  <Text size="sm" className="dim" dir="auto">
    {text}
  </Text>
);

function LastAndOffer({ doc, known }: { doc: RecordDoc; known: Known | undefined }) {
  const run = useCommand();
  const { date } = useDates();
  const every = everyOf(known?.suggested);
  if (known === undefined) return null;
  const { lastAt } = known;
  const last = lastAt === undefined ? '' : date(lastAt);
  return (
    <>
      {last === '' ? (
        <Nothing>{t`No call, meeting or message is written down yet.`}</Nothing>
      ) : (
        <Text size="sm" className="dim">
          <Trans>Last in touch on {last}</Trans>
        </Text>
      )}
      {known.rhythm === undefined && every !== undefined && known.suggested !== undefined && (
        <Offer
          often={everySaid(known.suggested)}
          onTake={() =>
            void run(
              edit(...setRhythm(refOf(doc), { every, who: '', pausedUntil: '', reason: '' })),
            )
          }
        />
      )}
    </>
  );
}

const Offer = ({ often, onTake }: { often: string; onTake: () => void }) => (
  <Text size="sm" data-screen>
    <Trans>So far you were in touch about {often}.</Trans>{' '}
    <Button size="compact-xs" variant="light" onClick={onTake}>
      <Trans>Keep it so</Trans>
    </Button>
  </Text>
);
