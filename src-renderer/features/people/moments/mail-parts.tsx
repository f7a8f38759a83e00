// What a mail has beside its words: what it answers, folded; its attachments by name; how many
// belong to the conversation; and, where it is on this laptop alone, a way to share it.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import { isKeptPrivate } from '../../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { ofThread } from '../../../data/queries/happened.ts';
import { useIsInTeam } from '../../../data/team-rest.tsx';
import { textOf } from '../../../data/text-of.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { useCount } from '../../../data/use-records.ts';
import { useSizeWords } from '../../../ui/size-words.ts';

export function MailParts({ moment }: { moment: RecordDoc }) {
  const thread = textOf(moment, 'thread');
  const isHereAlone = moment.scope === 'private' && isKeptPrivate(moment);
  if (thread === '' && !isHereAlone) return null;
  return (
    <>
      {moment.fields['encrypted'] === true && (
        <Text size="sm" className="dim">
          <Trans>Encrypted, cannot be read</Trans>
        </Text>
      )}
      <Attachments parts={moment.fields['parts']} />
      <Quoted text={textOf(moment, 'quoted')} />
      <Group gap="xs">
        <Conversation thread={thread} />
        {isHereAlone && <HereAlone id={moment.id} />}
      </Group>
    </>
  );
}

function Attachments({ parts }: { parts: unknown }) {
  const size = useSizeWords();
  const named = Array.isArray(parts) ? parts.filter(isPart) : [];
  if (named.length === 0) return null;
  return (
    <ul className="plain-list" aria-label={t`Attachments`} style={{ margin: 0, padding: 0 }}>
      {named.map((part) => (
        <Text component="li" size="xs" className="dim" key={`${part.hash}${part.name}`}>
          <bdi>{part.name}</bdi> · {size(part.size)}
        </Text>
      ))}
    </ul>
  );
}

type Part = { name: string; size: number; hash: string };

const isPart = (part: unknown): part is Part =>
  typeof part === 'object' &&
  part !== null &&
  'name' in part &&
  typeof part.name === 'string' &&
  'size' in part &&
  typeof part.size === 'number' &&
  'hash' in part &&
  typeof part.hash === 'string';

function Quoted({ text }: { text: string }) {
  const [isOpen, { toggle }] = useDisclosure(false);
  if (text === '') return null;
  return (
    <>
      <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={toggle}>
        {isOpen ? t`Hide what it answers` : t`Show what it answers`}
      </Button>
      {isOpen && (
        <Text
          size="sm"
          className="dim"
          dir="auto"
          style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {text}
        </Text>
      )}
    </>
  );
}

function Conversation({ thread }: { thread: string }) {
  const count = useCount(ofThread(thread)) ?? 0;
  return count > 1 ? (
    <Text size="xs" className="dim">
      {plural(count, {
        one: '# message in this conversation',
        other: '# messages in this conversation',
      })}
    </Text>
  ) : null;
}

function HereAlone({ id }: { id: string }) {
  const run = useCommand();
  const isInTeam = useIsInTeam();
  return (
    <>
      <Badge variant="light" tt="none" size="sm">
        <Trans>Only on this laptop</Trans>
      </Badge>
      {isInTeam && (
        <Button
          size="compact-xs"
          variant="subtle"
          title={t`This cannot be taken back.`}
          onClick={() => void run({ type: 'share-moment', id }, { quiet: true })}
        >
          <Trans>Share this one</Trans>
        </Button>
      )}
    </>
  );
}
