// The button beside a number or a chat that writes to somebody in a messenger they choose.

import { t } from '@lingui/core/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useState } from 'react';

import { refusalOf } from '../../src-shared/care/may-contact.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { Messenger, MessengerLink } from '../../src-shared/values/messenger-link.ts';
import { useDayWords } from '../data/use-day-words.ts';
import { outsideLink } from '../ui/outside-link.ts';
import { refusalWords } from '../words/care-words.ts';
import { ContactAllTheSame } from './contact-all-the-same.tsx';
import { dayOf } from '../ui/day.ts';

type Props = { doc: RecordDoc; links: readonly MessengerLink[]; typed: string };

export function MessageMenu({ doc, links, typed }: Props) {
  const day = useDayWords();
  const [today] = useState(() => dayOf(Date.now()));
  const [asked, setAsked] = useState<MessengerLink>();
  const refusal = doc.kind === 'person' ? refusalOf(doc, 'message', today) : undefined;
  const why = refusal === undefined ? '' : refusalWords(refusal, { day });
  const name = t`Message ${typed}`;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            {...(why === '' ? {} : { color: 'gray', style: { opacity: 0.55 } })}
            aria-label={why === '' ? name : t`${name}: ${why}`}
            title={why === '' ? name : why}
          >
            <IconMessage size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {links.map((link) =>
            why === '' ? (
              <Menu.Item key={link.messenger} component="a" {...outsideLink(link.href)}>
                {messengerName(link.messenger)}
              </Menu.Item>
            ) : (
              <Menu.Item key={link.messenger} onClick={() => setAsked(link)}>
                {messengerName(link.messenger)}
              </Menu.Item>
            ),
          )}
        </Menu.Dropdown>
      </Menu>
      {asked !== undefined && (
        <ContactAllTheSame
          doc={doc}
          channel="message"
          href={asked.href}
          name={name}
          why={why}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

/** What each calls itself, in every language. */
const brands: { readonly [messenger in Exclude<Messenger, 'sms'>]: string } = {
  whatsapp: 'WhatsApp',
  signal: 'Signal',
  telegram: 'Telegram',
  threema: 'Threema',
};

const messengerName = (messenger: Messenger): string =>
  messenger === 'sms' ? t`Text message (SMS)` : brands[messenger];
