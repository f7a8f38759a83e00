// Where a value leads, beside it: a mail is written, a number dialled, a page opened; and the
// value is copied.

import { t } from '@lingui/core/macro';
import { ActionIcon } from '@mantine/core';
import {
  IconCheck,
  IconCopy,
  IconExternalLink,
  IconMail,
  IconMapPin,
  IconPhone,
} from '@tabler/icons-react';
import { useState } from 'react';

import type { RecordDoc, SetItem } from '../../src-shared/domain/record.ts';
import { linkAddress } from '../../src-shared/feeds/address.ts';
import {
  linkOfChat,
  linksOfNumber,
  type MessengerLink,
} from '../../src-shared/values/messenger-link.ts';
import { mapLink } from '../../src-shared/values/map-link.ts';
import { canBeWrittenTo } from '../../src-shared/values/mail-link.ts';
import { announce } from '../data/announce.ts';
import { useHost } from '../data/host-context.tsx';
import { showFailure } from '../data/use-command.tsx';
import { LeadsTo, type Leads } from './leads-to.tsx';
import { MessageMenu } from './message-menu.tsx';
import { toClipboard } from '../ui/to-clipboard.ts';

type Props = { doc: RecordDoc; set: string; item: SetItem; typed: string };

export function ValueLinks({ doc, set, item, typed }: Props) {
  const { settings } = useHost();
  const leads = leadsTo(set, item, typed, settings?.map ?? '');
  const messengers = messengersOf(set, item);
  return (
    <>
      {(leads !== undefined || messengers.length > 0) && <CopyValue text={typed} />}
      {leads !== undefined && <LeadsTo doc={doc} {...leads} />}
      {messengers.length > 0 && <MessageMenu doc={doc} links={messengers} typed={typed} />}
    </>
  );
}

function messengersOf(set: string, { value, label, more }: SetItem): MessengerLink[] {
  if (set === 'phones') return linksOfNumber(value);
  const chat = set === 'chats' ? linkOfChat(value, more?.['service'] ?? label ?? '') : undefined;
  return chat === undefined ? [] : [chat];
}

function leadsTo(set: string, { value }: SetItem, typed: string, map: string): Leads | undefined {
  switch (set) {
    case 'emails':
      return canBeWrittenTo(value)
        ? { href: `mailto:${value}`, name: t`Write to ${value}`, icon: IconMail, channel: 'mail' }
        : undefined;
    case 'phones':
      return /^\+?\d{3,}$/.test(value)
        ? { href: `tel:${value}`, name: t`Call ${typed}`, icon: IconPhone, channel: 'phone' }
        : undefined;
    case 'addresses':
      return { href: mapLink(value, map), name: t`Show ${value} on a map`, icon: IconMapPin };
    case 'links':
    case 'handles': {
      const href = linkAddress(value);
      return href === undefined
        ? undefined
        : { href, name: t`Open ${value}`, icon: IconExternalLink };
    }
    default:
      return undefined;
  }
}

function CopyValue({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    if (!(await toClipboard(text)))
      return showFailure(t`The clipboard could not be used. Please try again.`);
    setCopied(true);
    return announce(t`Copied.`);
  };
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      className="on-hover"
      aria-label={t`Copy ${text}`}
      title={isCopied ? t`Copied.` : t`Copy ${text}`}
      onClick={() => void copy()}
      onMouseLeave={() => setCopied(false)}
    >
      {isCopied ? <IconCheck size={16} /> : <IconCopy size={16} />}
    </ActionIcon>
  );
}
