// What a line is understood as, below it: each part is changed or taken off where it stands, and
// what nobody wrote is added.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Menu, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type Ref, useState } from 'react';

import { directions, moods } from '../../../../src-shared/domain/moment.ts';
import type {
  Known,
  LineDirection,
  PersonSaid,
} from '../../../../src-shared/logging/line-parts.ts';
import { useApart } from '../../../data/use-apart.ts';
import { NamedApart } from '../../../ui/named-apart.tsx';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import { codeWords } from '../../../words/value-words.ts';
import { CloseChip } from './chip.tsx';
import { ChoiceChip, TextChip, WhenChip } from './chip-editors.tsx';
import { FollowUp, Promises } from './promise-chips.tsx';
import type { Line } from './use-line.ts';

type Props = {
  line: Line;
  /** Among several of one name: the first who is still to be chosen. */
  which?: Ref<HTMLButtonElement>;
  /** One of them was chosen. */
  onMean: (words: string, person: Known) => void;
  /** Somebody new was added. */
  onMake: (words: string) => void;
};

export function LineChips({ line, which, onMean, onMake }: Props) {
  const { draft, set, without } = line;
  const { read, direction, topic, outcome, mood, kind } = draft;
  const [added, setAdded] = useState<readonly string[]>([]);
  const shows = (part: string, value: string | null): boolean =>
    value !== null || added.includes(part);
  const takeOff = (part: 'topic' | 'outcome' | 'direction' | 'mood'): void => {
    setAdded(added.filter((one) => one !== part));
    set({ [part]: null });
    if (part !== 'mood' && read[part] !== undefined) without(part);
  };
  const missing = [
    ['topic', topic, t`Topic`] as const,
    ['direction', kind === 'call' || kind === 'message' ? direction : '', t`Direction`] as const,
    ['outcome', outcome, t`Outcome`] as const,
    ['mood', mood, t`Mood`] as const,
  ].filter(([part, value]) => !shows(part, value));
  const unclear = read.people.filter(({ choices }) => choices.length > 1);
  return (
    <Group gap={6} role="group" aria-label={t`Understood`} className="chips">
      {unclear.map((said, at) => (
        <Which
          key={said.words}
          said={said}
          onMean={onMean}
          {...(at === 0 && which ? { which } : {})}
        />
      ))}
      <NewPeople
        line={line}
        onMake={onMake}
        {...(unclear.length === 0 && which ? { which } : {})}
      />
      {draft.isPlan ? <OnlyPlanned /> : <WhenChip line={line} />}
      {shows('direction', direction) && (
        <ChoiceChip
          name={t`Direction`}
          choices={directions.map((code) => [code, codeWords('call', 'direction', code)])}
          value={direction}
          onChange={(code) => set({ direction: code as LineDirection })}
          onRemove={() => takeOff('direction')}
        />
      )}
      {shows('topic', topic) && (
        <TextChip
          name={t`Topic`}
          value={topic ?? ''}
          isNew={topic === null}
          onChange={(text) => set({ topic: text })}
          onRemove={() => takeOff('topic')}
        />
      )}
      {shows('outcome', outcome) && (
        <TextChip
          name={t`Outcome`}
          value={outcome ?? ''}
          isNew={outcome === null}
          onChange={(text) => set({ outcome: text })}
          onRemove={() => takeOff('outcome')}
        />
      )}
      {shows('mood', mood) && (
        <ChoiceChip
          name={t`Mood`}
          choices={moods.map((code) => [code, codeWords('call', 'mood', code)])}
          value={mood}
          onChange={(code) => set({ mood: code })}
          onRemove={() => takeOff('mood')}
        />
      )}
      <Minutes line={line} />
      <Promises line={line} />
      <FollowUp line={line} />
      {missing.length > 0 && (
        <AddDetail missing={missing} onAdd={(part) => setAdded([...added, part])} />
      )}
    </Group>
  );
}

function Minutes({ line: { draft, set } }: { line: Line }) {
  if (draft.minutes === null) return null;
  return (
    <TextChip
      name={t`Minutes`}
      value={`${draft.minutes}`}
      isNew={false}
      onChange={(text) => /^\d{1,5}$/.test(text) && set({ minutes: Number(text) })}
      onRemove={() => set({ minutes: null })}
    />
  );
}

const OnlyPlanned = () => (
  <Text size="xs" className="dim">
    <Trans>Nothing is logged yet, you are reminded.</Trans>
  </Text>
);

type NewPeopleProps = Pick<Props, 'line' | 'which' | 'onMake'>;

/** Nobody is called so: they are added, or the name stays text. */
function NewPeople({ line: { draft, without, isForMany }, which, onMake }: NewPeopleProps) {
  if (isForMany) return null;
  const fresh = draft.read.people.filter(({ choices }) => choices.length === 0);
  return fresh.map(({ words }, at) => (
    <span key={words} className="chip">
      <Button
        variant="light"
        size="compact-xs"
        leftSection={<IconPlus size={12} />}
        onClick={() => onMake(words)}
        {...(at === 0 && which ? { ref: which } : {})}
      >
        {t`New person: ${words}`}
      </Button>
      <CloseChip name={words} onRemove={() => without(`person ${words}`)} />
    </span>
  ));
}

type AddDetailProps = {
  missing: readonly (readonly [part: string, value: string | null, name: string])[];
  onAdd: (part: string) => void;
};

const AddDetail = ({ missing, onAdd }: AddDetailProps) => (
  <Menu withinPortal={false}>
    <Menu.Target>
      <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={12} />}>
        <Trans>More of it</Trans>
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      {missing.map(([part, , name]) => (
        <Menu.Item key={part} onClick={() => onAdd(part)}>
          {name}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
);

type WhichProps = Pick<Props, 'which' | 'onMean'> & { said: PersonSaid };

function Which({ said: { words, choices }, onMean, which }: WhichProps) {
  const apart = useApart(choices.map(({ id }) => id));
  return (
    <Menu withinPortal={false}>
      <Menu.Target>
        <Button ref={which} variant="light" color="orange" size="compact-xs">
          {t`Which ${words}?`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.slice(0, 12).map((person) => (
          <Menu.Item key={person.id} onClick={() => onMean(words, person)}>
            <NamedApart name={nameOrNone(person)} apart={apart(person.id)} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
