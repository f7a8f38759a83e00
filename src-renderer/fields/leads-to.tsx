// The button beside a value that writes, calls or opens. Of somebody who does not want to be
// contacted so it stays in sight and says why it does nothing; who has a good reason for once
// writes it down first.

import { t } from '@lingui/core/macro';
import { ActionIcon } from '@mantine/core';
import { type ComponentType, useState } from 'react';

import { refusalOf } from '../../src-shared/care/may-contact.ts';
import type { Channel } from '../../src-shared/domain/permission.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { beginCall } from '../data/calling.ts';
import { useDayWords } from '../data/use-day-words.ts';
import { outsideLink } from '../ui/outside-link.ts';
import { refusalWords } from '../words/care-words.ts';
import { ContactAllTheSame } from './contact-all-the-same.tsx';
import { dayOf } from '../ui/day.ts';

export type Leads = {
  href: string;
  name: string;
  icon: ComponentType<{ size: number }>;
  /** Whom it contacts so; left out: nobody. */
  channel?: Channel;
};

export function LeadsTo({ doc, ...leads }: Leads & { doc: RecordDoc }) {
  const day = useDayWords();
  const [today] = useState(() => dayOf(Date.now()));
  const [isAsking, setAsking] = useState(false);
  const { channel, href, name, icon: Icon } = leads;
  const refusal =
    channel === undefined || doc.kind !== 'person' ? undefined : refusalOf(doc, channel, today);
  if (refusal === undefined || channel === undefined)
    return (
      <ActionIcon
        component="a"
        {...outsideLink(href)}
        variant="subtle"
        aria-label={name}
        title={name}
        {...(channel === 'phone' && doc.kind === 'person'
          ? { onClick: () => beginCall(doc.id, doc.name) }
          : {})}
      >
        <Icon size={16} />
      </ActionIcon>
    );
  const why = refusalWords(refusal, { day });
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        style={{ opacity: 0.55 }}
        aria-label={t`${name}: ${why}`}
        title={why}
        onClick={() => setAsking(true)}
      >
        <Icon size={16} />
      </ActionIcon>
      {isAsking && (
        <ContactAllTheSame
          doc={doc}
          channel={channel}
          href={href}
          name={name}
          why={why}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
