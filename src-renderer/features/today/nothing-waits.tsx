// When nothing is there to be done: whether that is so of the whole team is said by when its
// laptops were last compared. And what would fill the page, for whoever has just begun.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';

import type { DeviceInfo, TeamInfo } from '../../../src-shared/bridge/team-types.ts';
import type { Has } from '../../../src-shared/today/answers.ts';
import { askToAdd, askToLog } from '../../data/asked.ts';
import { useHost } from '../../data/host-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useDates } from '../../ui/when.tsx';

export function NothingWaits() {
  const others = useOthers();
  const { dateTime } = useDates();
  return (
    <EmptyState
      title={t`Nothing is waiting on this laptop`}
      text={
        others.length === 0
          ? t`What is due shows up here by itself: promises, answers, birthdays, reminders and whom to be in touch with.`
          : t`Your team may know more than this laptop does:`
      }
    >
      {others.map(({ id, memberName, deviceName, agreedAt }) => {
        const when = agreedAt === undefined ? '' : dateTime(agreedAt);
        return (
          <Text key={id} size="sm">
            {when === '' ? (
              <Trans>
                <bdi>{memberName}</bdi> (<bdi>{deviceName}</bdi>) was never compared
              </Trans>
            ) : (
              <Trans>
                <bdi>{memberName}</bdi> (<bdi>{deviceName}</bdi>) was last compared on {when}
              </Trans>
            )}
          </Text>
        );
      })}
    </EmptyState>
  );
}

function useOthers(): DeviceInfo[] {
  const { host } = useHost();
  const [others, setOthers] = useState<DeviceInfo[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const answer = await host.request('team.info', {});
      if (!isCurrent || !answer.ok) return;
      setOthers(devicesOf(answer.value));
    };
    void look();
    const stop = host.on('team.changed', () => void look());
    return () => {
      isCurrent = false;
      stop();
    };
  }, [host]);
  return others;
}

const devicesOf = ({ team, devices }: TeamInfo): DeviceInfo[] =>
  team === undefined ? [] : devices.filter(({ isMe, state }) => !isMe && state === 'here');

/** What would give this page something to say. */
export function FirstWeek({ has }: { has: Has }) {
  const steps = [
    ...(has.people
      ? []
      : [
          {
            id: 'people',
            title: t`Bring your people in`,
            text: t`From another program, your phone or a spreadsheet. Birthdays and dates then show up here.`,
            buttons: (
              <>
                <Button size="xs" component="a" href="#/transfer?tab=in">
                  <Trans>Import a file</Trans>
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  component="a"
                  href="#/people"
                  onClick={askToAdd}
                >
                  <Trans>Add person</Trans>
                </Button>
              </>
            ),
          },
        ]),
    ...(has.rhythms
      ? []
      : [
          {
            id: 'rhythm',
            title: t`Say how often you want to be in touch`,
            text: t`With one person, or with everybody in a bucket: open them and choose under “Keep in touch”. Whoever is due then shows up here.`,
            buttons: (
              <Button size="xs" variant="default" component="a" href="#/groups">
                <Trans>Open the groups</Trans>
              </Button>
            ),
          },
        ]),
    ...(has.contacts
      ? []
      : [
          {
            id: 'log',
            title: t`Write down a call, a meeting or a message`,
            text: t`One line is enough. From then on Rapport knows when you were last in touch, and who waits for an answer.`,
            buttons: (
              <Button size="xs" variant="default" onClick={() => askToLog({ person: '' })}>
                <Trans>Log what happened</Trans>
              </Button>
            ),
          },
        ]),
  ];
  if (steps.length === 0) return null;
  return (
    <section aria-label={t`To begin with`} data-screen>
      <Title order={2} size="h5" mt="lg" mb="xs">
        <Trans>To begin with</Trans>
      </Title>
      <SimpleGrid cols={{ base: 1, sm: steps.length }} spacing="md">
        {steps.map(({ id, title, text, buttons }) => (
          <Paper key={id} withBorder p="md">
            <Title order={3} size="h6">
              {title}
            </Title>
            <Text size="sm" className="dim" my="xs">
              {text}
            </Text>
            <Group gap="xs">{buttons}</Group>
          </Paper>
        ))}
      </SimpleGrid>
    </section>
  );
}
