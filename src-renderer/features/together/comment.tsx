// One comment: who said it and when, its words, what others think of it, and what can be done.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Anchor, Button, Group, Menu, Text } from '@mantine/core';
import { IconMoodPlus, IconPencil, IconX } from '@tabler/icons-react';
import { useState } from 'react';

import { isRemoved, reactionSigns, reactionsOf } from '../../../src-shared/domain/comment.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import {
  changeComment,
  react,
  removeComment,
} from '../../../src-shared/records/intents/comments.ts';
import { useHost } from '../../data/host-context.tsx';
import { useNameOf, useTeamRest } from '../../data/team-rest.tsx';
import { useCommand } from '../../data/use-command.tsx';
import { WhenText } from '../../ui/when.tsx';
import { listWords } from '../../words/in-language.ts';
import { CommentField } from './comment-field.tsx';

type Props = {
  comment: RecordDoc;
  /** What it answers, where that is not the one above it. */
  answers?: RecordDoc | undefined;
  onAnswer: () => void;
};

export function Comment({ comment, answers, onAnswer }: Props) {
  const run = useCommand();
  const [edited, setEdited] = useState<string>();
  if (isRemoved(comment)) return <Removed comment={comment} />;
  return (
    <li id={`comment-${comment.id}`} className="comment">
      <Head
        comment={comment}
        answers={answers}
        isEdited={edited !== undefined}
        onEdit={(isEdited) => setEdited(isEdited ? comment.note : undefined)}
      />
      {edited === undefined ? (
        <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {comment.note}
        </Text>
      ) : (
        <CommentField
          label={t`Edit this comment`}
          text={edited}
          onText={setEdited}
          isPrivate={comment.scope === 'private'}
          send={t`Save`}
          isFirst
          onCancel={() => setEdited(undefined)}
          onSend={(mentions) => {
            const command = changeComment(comment, edited, mentions);
            if (command === undefined) setEdited(undefined);
            else
              void run(command, { quiet: true }).then((done) => {
                if (done !== undefined) setEdited(undefined);
              });
          }}
        />
      )}
      <Group gap={6} mt={2}>
        <Reactions comment={comment} />
        <Anchor component="button" type="button" size="xs" onClick={onAnswer}>
          <Trans>Answer</Trans>
        </Anchor>
      </Group>
    </li>
  );
}

/** Where answers to it stand, that something was said there. */
function Removed({ comment }: Pick<Props, 'comment'>) {
  const who = useNameOf()(comment.origin);
  return (
    <li id={`comment-${comment.id}`} className="comment">
      <Text size="xs" className="dim">
        <bdi className="comment-who">{who}</bdi> · <WhenText at={comment.at} /> ·{' '}
        <Trans>removed</Trans>
      </Text>
    </li>
  );
}

type HeadProps = Omit<Props, 'onAnswer'> & {
  isEdited: boolean;
  onEdit: (isEdited: boolean) => void;
};

function Head({ comment, answers, isEdited, onEdit }: HeadProps) {
  const { info } = useHost();
  const nameOf = useNameOf();
  const run = useCommand();
  const { device } = comment.origin;
  const isOwn = device === info?.device.id || info?.device.formerIds.includes(device) === true;
  const who = nameOf(comment.origin);
  return (
    <Group gap="xs" justify="space-between" wrap="nowrap" align="start">
      <Text size="xs" className="dim">
        <bdi className="comment-who">{who}</bdi> · <WhenText at={comment.at} withTime />
        {comment.stamps['note'] !== undefined && (
          <>
            {' · '}
            <Trans>changed</Trans>
          </>
        )}
        {answers !== undefined && (
          <>
            {' · '}
            <Trans>
              answers <bdi>{nameOf(answers.origin)}</bdi>
            </Trans>
          </>
        )}
      </Text>
      <Group gap={2} wrap="nowrap">
        <ReactMenu comment={comment} who={who} />
        {isOwn && (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t`Edit this comment`}
              aria-expanded={isEdited}
              onClick={() => onEdit(!isEdited)}
            >
              <IconPencil size={14} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t`Remove this comment`}
              onClick={() =>
                void run(removeComment(comment, Date.now()), { says: t`Comment removed` })
              }
            >
              <IconX size={14} />
            </ActionIcon>
          </>
        )}
      </Group>
    </Group>
  );
}

function ReactMenu({ comment, who }: { comment: RecordDoc; who: string }) {
  const { info } = useHost();
  const run = useCommand();
  const device = info?.device.id;
  if (device === undefined) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t`React to the comment of ${who}`}
        >
          <IconMoodPlus size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {reactionSigns.map((sign) => (
          <Menu.Item
            key={sign}
            onClick={() => void run(react(comment, sign, device), { quiet: true })}
          >
            {sign}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Reactions({ comment }: { comment: RecordDoc }) {
  const { info, settings } = useHost();
  const names = useTeamRest()?.names ?? {};
  const run = useCommand();
  const device = info?.device.id;
  const nameOf = (id: string): string =>
    id === device ? (settings?.userName ?? '') : (names[id] ?? '');
  return [...reactionsOf(comment)].map(([sign, devices]) => {
    const whose = listWords(devices.map(nameOf).filter((name) => name !== ''));
    const isOwn = device !== undefined && devices.includes(device);
    return (
      <Button
        key={sign}
        size="compact-xs"
        variant={isOwn ? 'light' : 'default'}
        aria-pressed={isOwn}
        aria-label={t`${sign} by ${whose}`}
        title={whose}
        onClick={() => {
          if (device !== undefined) void run(react(comment, sign, device), { quiet: true });
        }}
      >
        {sign} {devices.length}
      </Button>
    );
  });
}
