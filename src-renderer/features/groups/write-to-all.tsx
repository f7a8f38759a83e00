// Has the mail program write to everybody of a group, none of whom sees the others; says who is
// left out and why.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { refusalOf } from '../../../src-shared/care/may-contact.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { viewOfGroup } from '../../../src-shared/query/group-people.ts';
import { canBeWrittenTo, mailLinks } from '../../../src-shared/values/mail-link.ts';
import { showFailure } from '../../data/use-command.tsx';
import { useEverybody } from '../../data/use-everybody.ts';
import { personPath } from '../../kinds/person.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { outsideLink } from '../../ui/outside-link.ts';
import { toClipboard } from '../../ui/to-clipboard.ts';
import { useDates } from '../../ui/when.tsx';
import { dayOf } from '../../ui/day.ts';

type Props = { group: RecordDoc; onClose: () => void };

/** As many as are called by their names, and as many mails as are begun by a button each. */
const mostNamed = 12;
const mostMails = 8;

export function WriteToAll({ group, onClose }: Props) {
  const people = useEverybody(viewOfGroup(group));
  return (
    <Dialog title={t`Write to all`} onClose={onClose}>
      {people === undefined ? (
        <Text className="dim">
          <Trans>Loading …</Trans>
        </Text>
      ) : (
        <Written people={people} />
      )}
    </Dialog>
  );
}

/** The first address of each that a mail can go to. */
const addressOf = ({ sets }: RecordDoc): string | undefined =>
  (sets['emails'] ?? []).map(({ value }) => value.trim()).find(canBeWrittenTo);

const emailsOf = ({ sets }: RecordDoc): string[] =>
  (sets['emails'] ?? []).map(({ value }) => value.trim().toLowerCase());

function Written({ people }: { people: readonly RecordDoc[] }) {
  const [today] = useState(() => dayOf(Date.now()));
  const alone = people.filter((person) => refusalOf(person, 'mail', today) !== undefined);
  // An address that two people share is not written to either.
  const refused = new Set(alone.flatMap(emailsOf));
  const isAlone = (person: RecordDoc): boolean =>
    alone.includes(person) || refused.has(addressOf(person)?.toLowerCase() ?? '');
  const asked = people.filter((person) => !isAlone(person));
  const addresses = [...new Set(asked.flatMap((person) => addressOf(person) ?? []))];
  const left = asked.filter((person) => addressOf(person) === undefined);
  const leftAlone = people.filter(isAlone);
  const links = mailLinks(addresses);
  const count = addresses.length;
  return (
    <Stack gap="sm">
      <Text>
        {plural(count, {
          0: 'Nobody here can be written to.',
          one: 'The mail goes to # address.',
          other: 'The mail goes to # addresses, and nobody sees the others.',
        })}
      </Text>
      {leftAlone.length > 0 && (
        <LeftOut
          people={leftAlone}
          why={plural(leftAlone.length, {
            one: '# person is left out, because they or somebody with their address asked not to get e-mail:',
            other:
              '# people are left out, because they or somebody with their address asked not to get e-mail:',
          })}
        />
      )}
      {left.length > 0 && (
        <LeftOut
          people={left}
          why={plural(left.length, {
            one: '# person is left out, because no e-mail address of theirs can be written to:',
            other: '# people are left out, because no e-mail address of theirs can be written to:',
          })}
        />
      )}
      {links.length > 1 && (
        <Text size="sm" className="dim">
          <Trans>
            That is more than a mail program takes at once: begin several mails, or copy the
            addresses into the field for blind copies.
          </Trans>
        </Text>
      )}
      {count > 0 && (
        <Group gap="xs" mt="xs">
          {links.length <= mostMails && <Mails links={links} />}
          <CopyAddresses addresses={addresses} />
        </Group>
      )}
    </Stack>
  );
}

function Mails({ links }: { links: readonly { link: string; count: number }[] }) {
  const { count: number } = useDates();
  const [only] = links;
  if (links.length === 1 && only !== undefined)
    return (
      <Button component="a" {...outsideLink(only.link)} data-autofocus>
        <Trans>Begin the mail</Trans>
      </Button>
    );
  return links.map(({ link, count }, at) => {
    const before = links.slice(0, at).reduce((sum, one) => sum + one.count, 0);
    const [first, last] = [number(before + 1), number(before + count)];
    return (
      <Button
        key={link}
        component="a"
        {...outsideLink(link)}
        variant={at === 0 ? 'filled' : 'default'}
      >
        <Trans>
          Mail {first} to {last}
        </Trans>
      </Button>
    );
  });
}

function CopyAddresses({ addresses }: { addresses: readonly string[] }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <Button
      variant="default"
      onClick={() =>
        void toClipboard(addresses.join(', ')).then((done) => {
          if (done) setCopied(true);
          else showFailure(t`The clipboard does not take them here.`);
        })
      }
    >
      {isCopied ? <Trans>Copied</Trans> : <Trans>Copy the addresses</Trans>}
    </Button>
  );
}

function LeftOut({ people, why }: { people: readonly RecordDoc[]; why: string }) {
  const { count: number } = useDates();
  const more = number(people.length - mostNamed);
  return (
    <div>
      <Text size="sm">{why}</Text>
      <ul className="plain-list left-out">
        {people.slice(0, mostNamed).map((person) => (
          <li key={person.id}>
            <a href={`#${personPath(person.id)}`}>
              <bdi>{nameOrNone(person)}</bdi>
            </a>
          </li>
        ))}
        {people.length > mostNamed && (
          <li className="dim">
            <Trans>and {more} more</Trans>
          </li>
        )}
      </ul>
    </div>
  );
}
