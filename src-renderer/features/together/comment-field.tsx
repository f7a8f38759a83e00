// Where a comment is written. `@` offers the teammates; who is told is said below.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Combobox, Group, Text, Textarea, useCombobox } from '@mantine/core';
import { useState } from 'react';

import { type Mention, mentionsIn } from '../../../src-shared/records/intents/comments.ts';
import { useMentionable } from '../../data/use-members.ts';
import { listWords } from '../../words/in-language.ts';

type Props = {
  label: string;
  text: string;
  onText: (text: string) => void;
  /** Only on this laptop: nobody is told. */
  isPrivate: boolean;
  send: string;
  onSend: (mentions: Mention[]) => void;
  onCancel?: () => void;
  isFirst?: boolean;
};

/** What stands behind the last `@` before the cursor. */
const begun = (text: string, at: number): string | undefined =>
  /(?:^|[^\p{L}\p{N}._-])@([^@\n]{0,40})$/u.exec(text.slice(0, at))?.[1];

export function CommentField(props: Props) {
  const { label, text, onText, isPrivate, send, onSend, onCancel, isFirst = false } = props;
  const people = useMentionable();
  const mentions = mentionsIn(text, people);
  const offer = useOffer(people, text, onText);
  const canSend = text.trim() !== '';
  const finish = (): void => {
    if (canSend) onSend(mentions);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <Combobox store={offer.combobox} onOptionSubmit={offer.take} withinPortal>
        <Combobox.Target withAriaAttributes={false}>
          <Textarea
            aria-label={label}
            placeholder={people.length === 0 ? label : t`${label}. @ names a teammate.`}
            autosize
            minRows={1}
            maxRows={10}
            value={text}
            {...(isFirst ? { autoFocus: true } : {})}
            onChange={(event) => offer.type(event.currentTarget)}
            onBlur={() => offer.combobox.closeDropdown()}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                finish();
              }
              if (event.key === 'Escape' && !offer.combobox.dropdownOpened) onCancel?.();
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={offer.options.length === 0}>
          <Combobox.Options aria-label={t`Teammates`}>
            {offer.options.map(({ id, name }) => (
              <Combobox.Option key={id} value={id}>
                <bdi>{name}</bdi>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {canSend && (
        <Group justify="space-between" gap="xs" mt={6}>
          <Text size="xs" className="dim">
            <Told mentions={mentions} isPrivate={isPrivate} />
          </Text>
          <Group gap="xs">
            {onCancel !== undefined && (
              <Button size="xs" variant="subtle" onClick={onCancel}>
                <Trans>Cancel</Trans>
              </Button>
            )}
            <Button size="xs" type="submit">
              {send}
            </Button>
          </Group>
        </Group>
      )}
    </form>
  );
}

function Told({ mentions, isPrivate }: { mentions: readonly Mention[]; isPrivate: boolean }) {
  const names = listWords([...new Set(mentions.map(({ name }) => name))]);
  if (isPrivate && mentions.length > 0)
    return (
      <Trans>
        Only on this laptop: <bdi>{names}</bdi> will read it once this is shared with the team.
      </Trans>
    );
  if (isPrivate) return <Trans>Only on this laptop.</Trans>;
  if (mentions.length === 0) return null;
  return (
    <Trans>
      Will be told: <bdi>{names}</bdi>
    </Trans>
  );
}

function useOffer(people: readonly Mention[], text: string, onText: (text: string) => void) {
  const combobox = useCombobox();
  /** Where the cursor stood when something was typed. */
  const [cursor, setCursor] = useState(0);
  const wanted = combobox.dropdownOpened ? begun(text, cursor) : undefined;
  const options =
    wanted === undefined
      ? []
      : people.filter(({ name }) => name.toLowerCase().startsWith(wanted.trim().toLowerCase()));
  return {
    combobox,
    options,
    type: (element: HTMLTextAreaElement): void => {
      onText(element.value);
      setCursor(element.selectionStart);
      const next = begun(element.value, element.selectionStart);
      const isNamed = people.some(({ name }) => next?.toLowerCase() === `${name.toLowerCase()} `);
      if (next === undefined || isNamed || people.length === 0) combobox.closeDropdown();
      else {
        combobox.openDropdown();
        combobox.updateSelectedOptionIndex();
        combobox.selectFirstOption();
      }
    },
    take: (id: string): void => {
      const one = people.find((person) => person.id === id);
      if (one === undefined) return;
      const from = cursor - (begun(text, cursor)?.length ?? 0);
      onText(`${text.slice(0, from)}${one.name} ${text.slice(cursor)}`);
      combobox.closeDropdown();
    },
  };
}
