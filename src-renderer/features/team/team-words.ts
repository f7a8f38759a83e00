// The team's state in honest words: nothing is called done that was not compared.

import type {
  DeviceInfo,
  Finding,
  LogEntry,
  TeamInfo,
} from '../../../src-shared/bridge/team-types.ts';
import type { Dates } from '../../ui/when.tsx';

export function deviceName({ isMe, deviceName: name, memberName }: DeviceInfo): string {
  return isMe ? `${memberName} (this laptop, ${name})` : `${memberName} (${name})`;
}

/** Sync is paused, or this network is not to be used: teammates are not looked for. */
export const isResting = ({ isPaused, networks }: TeamInfo): boolean =>
  isPaused || networks.some(({ isHeld }) => isHeld);

export function statusWords(device: DeviceInfo, dates: Dates, rests: boolean): string {
  const { isMe, state, link, agreedAt, seenAt, via } = device;
  if (state === 'removed') return 'Removed from the team. It keeps what it had.';
  if (state === 'left') return 'Left the team. It keeps what it had.';
  if (isMe) return 'You are here.';
  const agreed = agreedAt === undefined ? '' : `had everything up to ${dates.dateTime(agreedAt)}`;
  if (link === 'none') {
    if (via !== undefined && agreedAt !== undefined)
      return `Not connected to this laptop, but through ${via}’s: had everything up to ${dates.dateTime(agreedAt)}.`;
    if (seenAt === undefined)
      return rests ? 'Not reached yet.' : 'Not reached yet. It will be found when both are on.';
    const { toSend } = device;
    const since = `${rests ? 'Last reached' : 'Cannot be reached since'} ${dates.dateTime(seenAt)}`;
    const waiting =
      toSend === undefined || toSend === 0
        ? ''
        : ` ${dates.count(toSend)} changes here wait for it.`;
    return (agreed === '' ? `${since}.` : `${since}; ${agreed}.`) + waiting;
  }
  return linkedWords(device, dates);
}

function linkedWords(device: DeviceInfo, dates: Dates): string {
  const { toSend, toCome, agreedAt, differs, refused, trouble } = device;
  if (trouble !== undefined)
    return 'Connected, but what comes cannot be stored here. See the message above.';
  if (toSend === undefined || toCome === undefined)
    return 'Connected. Finding out what is missing …';
  if (toSend + toCome > 0) {
    const parts = [
      ...(toSend > 0 ? [`${dates.count(toSend)} records to go`] : []),
      ...(toCome > 0 ? [`${dates.count(toCome)} records to come`] : []),
    ];
    return `Connected: ${parts.join(', ')}.`;
  }
  if (differs) return 'Connected. A difference was found and is being repaired.';
  const broken = refused > 0 ? ` ${dates.count(refused)} records from it could not be read.` : '';
  if (agreedAt === undefined) return `Connected. Comparing …${broken}`;
  return `Has everything up to ${dates.dateTime(agreedAt)}.${broken}`;
}

export function logWords({ code, detail }: LogEntry, who: string): string {
  switch (code) {
    case 'made':
      return 'The team was made.';
    case 'joined':
      return 'This laptop joined the team.';
    case 'let-in':
      return `${who} was let in.`;
    case 'asked':
      return `${detail ?? who} asked to join.`;
    case 'refused-ask':
      return 'A request to join was refused.';
    case 'removed':
      return `${who} was removed.`;
    case 'left':
      return `${who} left.`;
    case 'new-epoch':
      return 'The team’s key was changed.';
    case 'linked':
      return `Connected to ${who}.`;
    case 'unlinked':
      return `The connection to ${who} ended.`;
    case 'refused-link':
      return `${who} was not let in: ${refusalWords(detail)}.`;
    case 'copied':
      return 'Another machine uses this laptop’s key.';
    case 'agreed':
      return `${who} has everything.`;
    case 'differs':
      return `A difference with ${who} was found and is being repaired.`;
    case 'hub-found':
      return `Found a teammate at ${detail ?? ''}.`;
    case 'moved':
      return 'This laptop woke up or changed its network.';
    case 'paused':
      return 'Sync was paused.';
    case 'resumed':
      return 'Sync goes on.';
    case 'held':
      return 'Sync stopped: this network costs by use.';
    case 'let-go':
      return 'Sync goes on: this network may be used.';
  }
}

function refusalWords(why: string | undefined): string {
  if (why === 'gone') return 'it was removed from the team';
  return why === 'unknown' ? 'nobody in the team knows it' : 'it could not prove who it is';
}

export function findingWords({ test, state, detail }: Finding): { title: string; text: string } {
  const good = state === 'good';
  switch (test) {
    case 'allowed':
      return {
        title: 'Sync rests',
        text:
          detail === 'held'
            ? 'You said that this network costs by use, so nothing was tried. Switch that off above, or join another network.'
            : 'You paused it, so nothing was tried. Resume it above.',
      };
    case 'network':
      return good
        ? { title: 'Network', text: `This laptop is in a network (${detail ?? ''}).` }
        : {
            title: 'Network',
            text: 'No network. Join a Wi-Fi, a phone’s hotspot, or plug in a cable: the internet is not needed.',
          };
    case 'port':
      return good
        ? { title: 'Door', text: `Teammates can knock at port ${detail ?? ''}.` }
        : {
            title: 'Door',
            text: `Port ${detail ?? ''} does not answer: a firewall is in the way. Allow Rapport in the firewall’s settings.`,
          };
    case 'multicast':
      return good
        ? { title: 'Calling out', text: 'This laptop announces itself in the network.' }
        : {
            title: 'Calling out',
            text: `It cannot announce itself (${detail ?? ''}). Allow Rapport in the system’s local network settings, or add a teammate by address below.`,
          };
    case 'found':
      return good
        ? { title: 'Finding', text: 'Teammates were found in this network.' }
        : {
            title: 'Finding',
            text: 'Nobody was found yet. Is their Rapport open, in the same network? Some guest Wi-Fis keep laptops apart: then add a teammate by address below, or use a phone’s hotspot.',
          };
    case 'linked':
      return good
        ? { title: 'Meeting', text: `Linked to ${detail ?? ''}.` }
        : { title: 'Meeting', text: 'No teammate’s Rapport is linked at the moment.' };
    case 'direct':
      return good
        ? {
            title: 'Direct connection',
            text: `Connected to ${detail ?? ''} of your teammates’ laptops.`,
          }
        : { title: 'Direct connection', text: 'No direct connection at the moment.' };
  }
}
