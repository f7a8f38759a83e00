// Third: what to do first.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconFileImport, IconShare3, IconUsers } from '@tabler/icons-react';
import type { ComponentType } from 'react';

import { useSample } from '../../../data/use-sample.ts';
import { BackButton, StepTitle } from './step.tsx';

type Props = { isBusy: boolean; onBack: () => void; onChosen: (path: string) => void };

export function WhatFirst({ isBusy, onBack, onChosen }: Props) {
  const sample = useSample();
  const lookAround = async (): Promise<void> => {
    if (await sample.load()) onChosen('/people');
  };
  const isWaiting = isBusy || sample.isBusy;
  return (
    <>
      <StepTitle>{t`What do you want to do first?`}</StepTitle>
      <ul className="plain-list first-choices">
        <Choice
          icon={IconFileImport}
          name={t`Bring my people in`}
          text={t`From Google, Outlook, LinkedIn, a phone or a table. You see what will happen before it happens.`}
          isDisabled={isWaiting}
          onChoose={() => onChosen('/transfer')}
        />
        <Choice
          icon={IconUsers}
          name={t`Look around`}
          text={t`With an invented sample team, which goes without a trace when you are done.`}
          isDisabled={isWaiting}
          onChoose={() => void lookAround()}
        />
        <Choice
          icon={IconShare3}
          name={t`Join a team`}
          text={t`A teammate uses Rapport already and invites this laptop.`}
          isDisabled={isWaiting}
          onChoose={() => onChosen('/team?join=yes')}
        />
      </ul>
      <Group justify="end" mt="lg">
        <BackButton isDisabled={isWaiting} onBack={onBack} />
        <Button variant="default" disabled={isWaiting} onClick={() => onChosen('/people')}>
          <Trans>Start with an empty list</Trans>
        </Button>
      </Group>
    </>
  );
}

type ChoiceProps = {
  icon: ComponentType<{ size: number }>;
  name: string;
  text: string;
  isDisabled: boolean;
  onChoose: () => void;
};

const Choice = ({ icon: Icon, name, text, isDisabled, onChoose }: ChoiceProps) => (
  <li>
    <UnstyledButton className="first-choice" disabled={isDisabled} onClick={onChoose}>
      <Icon size={24} />
      <span>
        <Text fw={600}>{name}</Text>
        <Text size="sm" className="dim">
          {text}
        </Text>
      </span>
    </UnstyledButton>
  </li>
);
