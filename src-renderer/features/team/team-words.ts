// The team's state in honest words: nothing is called done that was not compared.

import { plural, t } from '@lingui/core/macro';

import type {
  DeviceInfo,
  Finding,
  LogEntry,
  TeamInfo,
} from '../../../src-shared/bridge/team-types.ts';
import { say } from '../../../src-shared/words/say.ts';
import type { Dates } from '../../ui/when.tsx';

export function deviceName({ isMe, deviceName: name, memberName }: DeviceInfo): string {
  return isMe ? t`${memberName} (this laptop, ${name})` : `${memberName} (${name})`;
}

/** Sync is paused, or this network is not to be used: teammates are not looked for. */
export const isResting = ({ isPaused, networks }: TeamInfo): boolean =>
  isPaused || networks.some(({ isHeld }) => isHeld);

/** `rests`: see `isResting`. */
export function statusWords(device: DeviceInfo, dates: Dates, rests: boolean): string {
  const { isMe, state, link } = device;
  if (state === 'removed') return t`Removed from the team. It keeps what it had.`;
  if (state === 'left') return t`Left the team. It keeps what it had.`;
  if (isMe) return device.key === 'unusable' ? ownKeyWords() : t`You are here.`;
  if (device.otherVersion === 'earlier')
    return t`Its Rapport is of an earlier version: nothing is synced with it until it is updated.`;
  if (device.otherVersion === 'later')
    return t`Its Rapport is of a newer version: nothing is synced with it until this one is updated.`;
  const words = link === 'none' ? unlinkedWords(device, dates, rests) : linkedWords(device, dates);
  return link === 'none' ? sentences(words, keyWords(device)) : words;
}

/** A device that was away when the key was changed is no removed one: it still belongs. */
function keyWords({ key }: DeviceInfo): string {
  if (key === 'waiting')
    return t`It was away when the team’s key was changed, and gets the new one when it is back.`;
  if (key === 'unusable')
    return t`Its own key is broken, so it could not be given the team’s new one. Nothing new reaches it.`;
  return '';
}

const ownKeyWords = (): string =>
  t`This laptop’s own key is broken, so it could not be given the team’s new one. Nothing new reaches it.`;

function unlinkedWords(device: DeviceInfo, { dateTime }: Dates, rests: boolean): string {
  const { via, isViaHere, agreedAt, seenAt, toSend = 0, toCome = 0 } = device;
  const agreed = agreedAt === undefined ? '' : dateTime(agreedAt);
  if (via !== undefined && !isViaHere && agreed !== '')
    return t`Not connected. Had everything up to ${agreed}, as ${via}’s laptop said.`;
  if (via !== undefined && agreed !== '')
    return t`Not connected to this laptop, but through ${via}’s: had everything up to ${agreed}.`;
  if (seenAt === undefined)
    return rests ? t`Not reached yet.` : t`Not reached yet. It will be found when both are on.`;
  const seen = dateTime(seenAt);
  const waiting =
    toSend === 0
      ? ''
      : plural(toSend, {
          one: '# change here waits for it.',
          other: '# changes here wait for it.',
        });
  const missing =
    toCome === 0
      ? ''
      : plural(toCome, {
          one: '# record of theirs has not come yet.',
          other: '# records of theirs have not come yet.',
        });
  return sentences(lastReachedWords(seen, agreed, rests), waiting, missing);
}

function lastReachedWords(seen: string, agreed: string, rests: boolean): string {
  if (agreed === '') return rests ? t`Last reached ${seen}.` : t`Cannot be reached since ${seen}.`;
  return rests
    ? t`Last reached ${seen}; had everything up to ${agreed}.`
    : t`Cannot be reached since ${seen}; had everything up to ${agreed}.`;
}

function linkedWords(device: DeviceInfo, { dateTime }: Dates): string {
  const { toSend, toCome, agreedAt, differs, isEarlier, trouble } = device;
  if (trouble !== undefined)
    return t`Connected, but what comes cannot be stored here. See the message above.`;
  if (toSend === undefined || toCome === undefined)
    return t`Connected. Finding out what is missing …`;
  if (toSend + toCome > 0) return transferWords(toSend, toCome);
  const broken = sentences(...leftOut(device));
  if (differs && broken !== '') return sentences(t`Connected. Not everything is the same.`, broken);
  if (differs) return t`Connected. A difference was found and is being repaired.`;
  if (agreedAt === undefined) return sentences(t`Connected. Comparing …`, broken);
  const agreed = dateTime(agreedAt);
  return isEarlier
    ? sentences(
        t`Has everything up to ${agreed}, and so do we, but for saved views: they come when Rapport is updated there.`,
        broken,
      )
    : sentences(t`Has everything up to ${agreed}, and so do we.`, broken);
}

function leftOut({ refused, tooLong }: DeviceInfo): string[] {
  return [
    refused === 0
      ? ''
      : plural(refused, {
          one: '# record from it could not be read.',
          other: '# records from it could not be read.',
        }),
    tooLong === 0
      ? ''
      : plural(tooLong, {
          one: '# record is too long to be sent: make its note shorter or its pictures smaller.',
          other:
            '# records are too long to be sent: make their notes shorter or their pictures smaller.',
        }),
  ];
}

function transferWords(toSend: number, toCome: number): string {
  if (toCome === 0)
    return plural(toSend, {
      one: 'Connected: we have all of theirs; # record of ours to go.',
      other: 'Connected: we have all of theirs; # records of ours to go.',
    });
  if (toSend === 0)
    return plural(toCome, {
      one: 'Connected: has all of ours; # record of theirs to come.',
      other: 'Connected: has all of ours; # records of theirs to come.',
    });
  const ours = plural(toSend, {
    one: '# record of ours to go',
    other: '# records of ours to go',
  });
  return plural(toCome, {
    one: `Connected: ${ours}, # of theirs to come.`,
    other: `Connected: ${ours}, # of theirs to come.`,
  });
}

/** Whole sentences after each other; empty ones are left out. */
const sentences = (...texts: string[]): string => texts.filter((text) => text !== '').join(' ');

/** `who`: the laptop that the entry is about. */
export const logWords = ({ code, detail = '' }: LogEntry, who: string): string =>
  say(`team-log.${code}`, { who, detail: code === 'asked' && detail === '' ? who : detail });

export function findingWords({ test, state, detail = '', why = 'elsewhere' }: Finding): {
  title: string;
  text: string;
} {
  const found = state === 'good' ? 'good' : 'bad';
  return { title: say(`finding.${test}`), text: say(`finding.${test}.${found}`, { detail, why }) };
}
