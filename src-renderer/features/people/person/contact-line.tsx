// Before any button that contacts somebody: whether they want it, how, when and through whom, and
// what time it is with them.

import { t } from '@lingui/core/macro';
import { Alert, Text } from '@mantine/core';
import { IconBellOff } from '@tabler/icons-react';

import { refusals } from '../../../../src-shared/care/may-contact.ts';
import { fieldsOf } from '../../../../src-shared/domain/kind.ts';
import { person } from '../../../../src-shared/domain/person.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { isTimeHere } from '../../../../src-shared/values/local-time.ts';
import { isZone } from '../../../../src-shared/values/zone.ts';
import { isWithinHours } from '../../../../src-shared/values/hours.ts';
import { useDayWords } from '../../../data/use-day-words.ts';
import { useReader } from '../../../data/use-reader.ts';
import { useNow } from '../../../ui/use-now.ts';
import { useDates } from '../../../ui/when.tsx';
import { leftAloneWords } from '../../../words/care-words.ts';
import { codeWords } from '../../../words/value-words.ts';
import { ContactBudget } from './contact-budget.tsx';
import { useZone } from './use-zone.ts';
import { dayOf } from '../../../ui/day.ts';

export function ContactLine({ doc }: { doc: RecordDoc }) {
  const day = useDayWords();
  const refused = refusals(doc, dayOf(useNow()));
  return (
    <>
      {refused.length > 0 && (
        <Alert
          color="red"
          variant="light"
          py={8}
          icon={<IconBellOff size={18} />}
          title={leftAloneWords(refused, { day })}
        />
      )}
      <Wishes doc={doc} />
      <ContactBudget doc={doc} />
    </>
  );
}

function Wishes({ doc }: { doc: RecordDoc }) {
  const now = useNow();
  const { timeIn } = useDates();
  const reader = useReader()('person', 'contactHours');
  const { preferredChannel, contactHours = '', contactThrough = '', zone } = fieldsOf(person, doc);
  const guessed = useZone(doc, now);
  const own = zone !== undefined && isZone(zone) ? zone : undefined;
  const there = own ?? guessed;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const way =
    preferredChannel === undefined ? '' : codeWords('person', 'preferredChannel', preferredChannel);
  const hours = contactHours === '' ? '' : person.fields.contactHours.shown(contactHours, reader);
  const time = there === undefined || isTimeHere(there, now) ? '' : timeIn(now, there);
  const parts = [
    ...(way === '' ? [] : [t`Best by ${way}`]),
    ...(hours === '' ? [] : [hours]),
    ...(contactThrough === '' ? [] : [t`Through ${contactThrough}`]),
    ...(time === '' ? [] : [own === undefined ? t`About ${time} there` : t`${time} there`]),
  ];
  const isOutside = isWithinHours(contactHours, there ?? here, now) === false;
  if (parts.length === 0) return null;
  return (
    <Text size="sm" className="dim" mt={-10} data-screen style={{ overflowWrap: 'anywhere' }}>
      {parts.map((part, at) => (
        <span key={part}>
          {at > 0 && ' · '}
          <bdi>{part}</bdi>
        </span>
      ))}
      {isOutside && (
        <Text span inherit c="orange.8" fw={600}>
          {' · '}
          {t`Outside their hours now`}
        </Text>
      )}
    </Text>
  );
}
